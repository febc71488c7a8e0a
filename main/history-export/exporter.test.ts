import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arrive, draft, temporaryDatabase } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { createHistoryExporter } from './exporter.ts';

const COUNT = 1501;
const names = new Map([['s', 'Home']]);

/** A history of 1501 notices, n1 deleted and n2 archived, and how far exporting it was at each step. */
function filled() {
  const db = temporaryDatabase();
  const call = { kind: 'http', label: 'Open the door', url: 'https://a.example/', method: 'POST' } as const;
  const secret = { ...call, headers: { Authorization: 'Bearer tk_secret' }, body: 'tk_secret', clear: false };
  const drafts = Array.from({ length: COUNT }, (_, i) =>
    draft(`n${i}`, { createdAt: i * 1000, raw: 'tk_secret' }),
  );
  arrive(db, [{ ...draft('n0'), actions: [secret], tags: ['t'] }, ...drafts.slice(1)]);
  db.prepare("UPDATE notices SET place = 'deleted' WHERE body = 'n1'").run();
  db.prepare("UPDATE notices SET place = 'archived', createdAt = 9e15 WHERE body = 'n2'").run();
  const folder = temporaryFolder();
  const steps: (number | undefined)[] = [];
  const exporter = createHistoryExporter(db.name, () => {
    steps.push(exporter.latest()?.written);
    onStep(steps.at(-1));
  });
  let onStep: (written: number | undefined) => void = () => {};
  return {
    ...{ exporter, steps, folder, file: join(folder, 'history') },
    atStep(action: typeof onStep) {
      onStep = action;
    },
  };
}

test('all that is not deleted is written, in the order it came, and counted as it goes', async () => {
  const { exporter, steps, file, folder } = filled();
  expect(await exporter.write(file, 'jsonl', names)).toBe(COUNT - 1);
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const rest = Array.from({ length: COUNT - 2 }, (_, i) => `n${i + 2}`);
  expect(lines.map(({ body }) => body)).toEqual(['n0', ...rest]);
  expect(steps).toEqual([0, 0, 500, 1000, 1500, 1500]);
  expect(exporter.latest()).toEqual({
    ...{ state: 'written', written: COUNT - 1, total: COUNT - 1, says: null },
  });
  expect(readdirSync(folder)).toEqual(['history']);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a line tells what a person knows of a notice, and none of the server’s secrets', async () => {
  const { exporter, file } = filled();
  await exporter.write(file, 'jsonl', names);
  const text = readFileSync(file, 'utf8');
  const [first, second] = text.split('\n').map((line) => JSON.parse(line || '{}'));
  expect(first).toMatchObject({
    ...{ id: 1, source: 'Home', sourceId: 's', received: '1970-01-01T00:00:01.000Z', read: null },
    ...{ tags: ['t'], priority: 3, place: 'inbox', format: 'text' },
    actions: [{ kind: 'http', label: 'Open the door', target: 'https://a.example/' }],
  });
  expect(second).toMatchObject({ place: 'archived', time: null });
  expect(text).not.toContain('tk_secret');
});

test('cancelled in the middle, nothing of it stays, and another one may follow', async () => {
  const { exporter, atStep, file, folder } = filled();
  atStep((written) => {
    if (written === 500) void exporter.cancel();
  });
  expect(await exporter.write(file, 'csv', names)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  expect(exporter.latest()).toBeNull();
  atStep(() => {});
  expect(await exporter.write(file, 'csv', new Map())).toBe(COUNT - 1);
});

test('a history that can’t be read is refused, and leaves no file', async () => {
  const folder = temporaryFolder();
  const exporter = createHistoryExporter(join(folder, 'none.db'), () => {});
  await expect(exporter.write(join(folder, 'history'), 'csv', names)).rejects.toThrow(/open/);
  expect(exporter.latest()).toMatchObject({
    state: 'failed',
    says: ['asIs', expect.stringContaining('open')],
  });
  expect(readdirSync(folder)).toEqual([]);
});
