/** Line icons on a 16 px grid, and the bell. All are decoration: what they mean is also said in words. */
import type { ComponentChildren } from 'preact';

/** `points`: it shows the way that reading goes, and turns round with it. */
function Icon({ children, points = false }: { children: ComponentChildren; points?: boolean }) {
  return (
    <svg
      class={points ? 'icon pointing' : 'icon'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const InboxIcon = () => (
  <Icon>
    <path d="M2 9.5 3.8 3.6A1 1 0 0 1 4.8 3h6.4a1 1 0 0 1 1 .6L14 9.5v2.8a.7.7 0 0 1-.7.7H2.7a.7.7 0 0 1-.7-.7Z" />
    <path d="M2 9.5h3.4a2.6 2.6 0 0 0 5.2 0H14" />
  </Icon>
);
export const UnreadIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <circle class="solid" cx="8" cy="8" r="2.2" />
  </Icon>
);
export const SnoozeIcon = () => (
  <Icon>
    <circle cx="8" cy="8.6" r="5.2" />
    <path d="M8 5.8v3l2 1.4M2.4 3.8 4 2.4M13.6 3.8 12 2.4" />
  </Icon>
);
export const ArchiveIcon = () => (
  <Icon>
    <path d="M2.2 3h11.6v2.8H2.2ZM3.2 5.8v6.5a.7.7 0 0 0 .7.7h8.2a.7.7 0 0 0 .7-.7V5.8M6.4 8.4h3.2" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.3" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon>
    <path d="M8 3.2v9.6M3.2 8h9.6" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M2 4.8h5.2M11.4 4.8H14M2 11.2h2.6M8.8 11.2H14" />
    <circle cx="9.3" cy="4.8" r="2" />
    <circle cx="6.7" cy="11.2" r="2" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
  </Icon>
);
export const BackIcon = () => (
  <Icon points>
    <path d="M9.8 3.3 5.2 8l4.6 4.7" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);
export const FilterIcon = () => (
  <Icon>
    <path d="M2.5 4.5h11M4.8 8h6.4M6.8 11.5h2.4" />
  </Icon>
);
export const TagIcon = () => (
  <Icon>
    <path d="M2.6 3.4v4.3l6 6a.8.8 0 0 0 1.1 0l3.9-3.9a.8.8 0 0 0 0-1.1l-6-6H3.3a.7.7 0 0 0-.7.7Z" />
    <circle class="solid" cx="5.4" cy="5.6" r="1" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m3.2 8.4 3.2 3.2 6.4-7" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M4 2.5h5l3.5 3.5v7.3a.7.7 0 0 1-.7.7H4a.7.7 0 0 1-.7-.7V3.2a.7.7 0 0 1 .7-.7Z" />
    <path d="M9 2.5V6h3.5" />
  </Icon>
);
export const TrashIcon = () => (
  <Icon>
    <path d="M2.8 4.4h10.4M6.2 4.2V2.8h3.6v1.4M4.2 4.6l.6 8.1a.8.8 0 0 0 .8.7h4.8a.8.8 0 0 0 .8-.7l.6-8.1" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <circle class="solid" cx="3.4" cy="8" r="1.2" />
    <circle class="solid" cx="8" cy="8" r="1.2" />
    <circle class="solid" cx="12.6" cy="8" r="1.2" />
  </Icon>
);
export const ToastIcon = ({ off }: { off: boolean }) => (
  <Icon>
    <path d="M3 11.5h10M4 11.5V8a4 4 0 0 1 8 0v3.5M7 13.8h2M8 4V2.6" />
    {off && <path class="slash" d="m2.4 2.4 11.2 11.2" />}
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="M8 12.8V3.4M4 7.2l4-4 4 4" />
  </Icon>
);

/** The desk bell of the logo. */
export function Bell() {
  return (
    <svg class="bell" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
      <path d="M28 12a4 4 0 1 1 8 0v3h-8Z" />
      <path d="M32 17c12.2 0 21 9.1 21.9 22.4a2.4 2.4 0 0 1-2.4 2.6h-39a2.4 2.4 0 0 1-2.4-2.6C11 26.1 19.8 17 32 17Z" />
      <rect x="6" y="46" width="52" height="8" rx="3" />
    </svg>
  );
}
