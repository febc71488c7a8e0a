import { en } from './en.ts';
import { type Message, say } from './message.ts';

/** A "no" that is meant for the person. Any other error is a bug or a broken machine. Its own text is in English. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly says: Message;

  constructor(...says: Message) {
    super(say(en, says));
    this.says = says;
  }
}
