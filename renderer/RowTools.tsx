import { type CommandName, commandsFor, openCommandMenu, withChosen } from './commands.ts';
import { ArchiveIcon, InboxIcon, MoreIcon, SnoozeIcon, TrashIcon, UnreadIcon } from './icons.tsx';
import { rows } from './state/list.ts';
import { menu } from './state/menu.ts';
import { text } from './text.ts';

const icons: Partial<Record<CommandName, () => preact.JSX.Element>> = {
  archive: ArchiveIcon,
  inbox: InboxIcon,
  snooze: SnoozeIcon,
  read: UnreadIcon,
  unread: UnreadIcon,
  delete: TrashIcon,
};

/**
 * Buttons over the end of the row that the pointer is on. They stand beside the list, because an option may hold no
 * buttons; keys do the same without them.
 */
export function RowTools({ id, top }: { id: number; top: number }) {
  const notice = rows.value.find((row) => row.id === id);
  if (notice === undefined) return null;
  const about = withChosen(notice);
  return (
    <div
      class="row-tools"
      ref={(element) => {
        if (element) element.style.top = `${top + 4}px`;
      }}
    >
      {commandsFor(about).map(({ name, label, keys, run }) => {
        const Icon = icons[name];
        if (Icon === undefined) return null;
        return (
          <button
            key={name}
            type="button"
            class="icon-button"
            tabIndex={-1}
            aria-label={label}
            title={`${label} (${keys[0]})`}
            onClick={run}
          >
            <Icon />
          </button>
        );
      })}
      <button
        type="button"
        class="icon-button"
        tabIndex={-1}
        aria-label={text.commands.more}
        title={text.commands.more}
        aria-haspopup="menu"
        aria-expanded={menu.value !== null}
        onClick={(event) => openCommandMenu(about, event.currentTarget)}
      >
        <MoreIcon />
      </button>
    </div>
  );
}
