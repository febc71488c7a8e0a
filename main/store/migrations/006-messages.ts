/**
 * What was said in English is said by its name in the catalogue (words/message.ts). The journal's English text stays beside
 * it, for lines of before and for whoever doesn't know the name.
 */
export default /* sql */ `
ALTER TABLE journal ADD COLUMN says TEXT; -- a message as JSON

-- toasts.failure is a message too from here on; what a system said in its own words stays.
UPDATE toasts SET failure = '["nothingLeft"]' WHERE failure = 'already read, moved or deleted when its time came';
UPDATE toasts SET failure = '["endedBeforeAnswer"]' WHERE failure = 'Bellhop ended before the system answered';
UPDATE toasts SET failure = '["noAnswer"]' WHERE failure = 'the system did not say that it showed it';
UPDATE toasts SET failure = '["noToastService"]' WHERE failure = 'this system has no notification service';
`;
