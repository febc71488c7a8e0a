import type { NoticeRow } from '../preload/contract.ts';
import { type CommandName, commandsFor, openCommandMenu } from './commands.ts';
import { MoreIcon } from './icons.tsx';
import { text } from './text.ts';

/** The rest is in the menu. */
const asButtons: CommandName[] = ['open', 'archive', 'inbox', 'snooze', 'read', 'unread', 'delete'];

/** What one most likely does with these notices, as buttons. */
export function CommandButtons({ notices }: { notices: NoticeRow[] }) {
  return (
    <div class="actions">
      {commandsFor(notices)
        .filter(({ name }) => asButtons.includes(name))
        .map(({ name, label, keys, run }) => (
          <button
            key={name}
            type="button"
            class={name === 'open' ? 'go' : ''}
            title={name === 'open' ? (notices[0]?.link ?? '') : `${label} (${keys[0]})`}
            onClick={run}
          >
            {label}
          </button>
        ))}
      <button
        type="button"
        class="more-button"
        aria-label={text.commands.more}
        title={text.commands.more}
        aria-haspopup="menu"
        onClick={(event) => openCommandMenu(notices, event.currentTarget)}
      >
        <MoreIcon />
      </button>
    </div>
  );
}
