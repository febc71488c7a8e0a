/** Looked up rather than searched for among very many: the unread of one topic, and toasts that a crash left unanswered. */
export default /* sql */ `
CREATE INDEX notices_unread_of_topic ON notices (topic, sortAt, id, priority, source)
  WHERE place = 'inbox' AND readAt IS NULL AND topic IS NOT NULL;
CREATE INDEX toasts_unanswered ON toasts (id) WHERE attemptedAt IS NOT NULL AND answeredAt IS NULL;
`;
