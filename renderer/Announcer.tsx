import { announcement } from './state/announce.ts';

/** Says to screen readers what others see happen. */
export function Announcer() {
  return (
    <div class="unseen" role="status">
      {announcement}
    </div>
  );
}
