import type { Match, NoticeRow, Rule } from '../../preload/contract.ts';
import { headline } from './headline.ts';
import { blankRule } from './rule.ts';

/** Something that a rule can ask for and that a notice has. */
export type Likeness = { kind: 'source' | 'topic' | 'text' | 'priority'; match: Partial<Match> };

type Notice = Pick<NoticeRow, 'source' | 'topic' | 'title' | 'body' | 'priority'>;

/** The most that a rule takes of a topic, and of a text. */
const TOPIC_CHARS = 200;
const TEXT_CHARS = 500;

/** All that a rule could ask for to match this notice and others like it. */
export function likenesses(notice: Notice): Likeness[] {
  const { source, topic, priority } = notice;
  const text = headline(notice).title.slice(0, TEXT_CHARS).trim();
  return [
    { kind: 'source', match: { source } },
    ...(topic?.trim() && topic.length <= TOPIC_CHARS ? [{ kind: 'topic', match: { topic } } as const] : []),
    ...(text ? [{ kind: 'text', match: { text } } as const] : []),
    { kind: 'priority', match: { minPriority: priority, maxPriority: priority } },
  ];
}

/** Whether a rule asks for exactly that. */
export function asks(match: Match, { match: part }: Likeness): boolean {
  return Object.entries(part).every(([key, value]) => match[key as keyof Match] === value);
}

/** For a rule that should ask for it no longer. */
export function notAsked({ match }: Likeness): Partial<Match> {
  return Object.fromEntries(Object.keys(match).map((key) => [key, null]));
}

/** A rule to begin with: its source and topic; where there is no topic, its title. */
export function ruleLike(notice: Notice, id: string): Rule {
  const parts = likenesses(notice);
  const what = parts.find(({ kind }) => kind === 'topic') ?? parts.find(({ kind }) => kind === 'text');
  const rule = blankRule(id);
  return { ...rule, match: { ...rule.match, source: notice.source, ...what?.match } };
}
