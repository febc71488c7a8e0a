import type { Mark } from '../preload/contract.ts';

/** A text with its hits marked. `marks` are in order and don't overlap. */
export function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  const ends = [0, ...marks.map(([, end]) => end)];
  return (
    <>
      {marks.map(([start, end], index) => (
        <>
          {text.slice(ends[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
