import { BackIcon, CloseIcon } from './icons.tsx';
import { room } from './state/places.ts';
import { text } from './text.ts';

/** Closes what stands beside the list; where it covers the list, it leads back there. */
export function CloseButton({ onClick }: { onClick: () => void }) {
  const narrow = room.value === 'narrow';
  const label = narrow ? text.detail.back : text.detail.close;
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      {narrow ? <BackIcon /> : <CloseIcon />}
    </button>
  );
}
