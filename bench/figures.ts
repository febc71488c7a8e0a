/** One line of the table. */
export type Figure = {
  what: string;
  /** What nothing could be better than, measured in the same run; '' where nothing compares. */
  floor?: string;
  bellhop: string;
  ratio?: number;
  goal?: string;
  met?: boolean;
};

const HEAD = { what: 'what', floor: 'floor', bellhop: 'Bellhop', ratio: 'ratio', goal: 'goal', met: '' };

export function table(figures: Figure[]): string {
  const rows = figures.map(({ what, floor, bellhop, ratio, goal, met }) => ({
    ...{ what, floor: floor ?? '', bellhop, goal: goal ?? '' },
    ratio: ratio?.toFixed(2) ?? '',
    met: met === undefined ? '' : met ? 'met' : 'NOT MET',
  }));
  const columns = Object.keys(HEAD) as (keyof typeof HEAD)[];
  const width = (column: keyof typeof HEAD) => Math.max(...[HEAD, ...rows].map((row) => row[column].length));
  const line = (row: typeof HEAD) =>
    `| ${columns.map((column) => row[column].padEnd(width(column))).join(' | ')} |`;
  return [
    line(HEAD),
    `|${columns.map((column) => '-'.repeat(width(column) + 2)).join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}

export const milliseconds = (ms: number) => `${ms.toFixed(ms < 20 ? 1 : 0)} ms`;
export const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** The goal that a time stays under so many milliseconds. */
export function under(goalMs: number, what: string, ms: number, rest: Partial<Figure> = {}): Figure {
  return { what, bellhop: milliseconds(ms), goal: `< ${goalMs} ms`, met: ms < goalMs, ...rest };
}
