import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openTestBellhop } from '../../testing/bellhop.ts';
import { arrive, draft } from '../../testing/database.ts';
import { rawServer } from '../../testing/raw-server.ts';
import { recorder } from '../../testing/recorder.ts';
import { en } from '../words/en.ts';
import { answer } from './answer.ts';

const REFUSED = { ok: false, error: 'Bellhop is quitting.' };
const FIRST = {
  filter: { view: 'inbox', source: null, topic: null, minPriority: null },
  ...{ before: null, limit: 1 },
};

function watchErrors() {
  const printed = vi.spyOn(console, 'error');
  onTestFinished(() => printed.mockRestore());
  return printed;
}

test('whoever asks once quitting has begun is refused in words, and nothing is printed about it', async () => {
  const printed = watchErrors();
  const bellhop = openTestBellhop();
  const ask = () => answer(bellhop.requests, 'listNotices', FIRST, en);
  expect(await ask()).toMatchObject({ ok: true });
  await bellhop.close();
  expect(await ask()).toEqual(REFUSED);
  expect(printed).not.toHaveBeenCalled();
});

test('so is a request under which the store was closed', async () => {
  const printed = watchErrors();
  const held = recorder<ServerResponse>();
  const { url } = await rawServer((response) => held.push(response));
  const bellhop = openTestBellhop();
  const open = {
    kind: 'http',
    label: 'Open',
    url,
    method: 'POST',
    headers: {},
    body: null,
    clear: true,
  } as const;
  const [id] = arrive(bellhop.db, [draft('a', { actions: [open] })]).notices;
  const asked = answer(bellhop.requests, 'runAction', { id, index: 0 }, en);
  const response = await held.next();
  await bellhop.close();
  response.end('done');
  expect(await asked).toEqual(REFUSED); // it could not be marked as read any more
  expect(printed).not.toHaveBeenCalled();
});
