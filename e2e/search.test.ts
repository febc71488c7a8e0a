import { expect, onTestFinished, test } from 'vitest';
import { topRow } from './support/inbox.ts';
import { openScene } from './support/scene.ts';
import { searchFor } from './support/search.ts';

test('the thread that searches runs in Electron, and finds what has just come', async () => {
  const scene = await openScene();
  onTestFinished(scene.close);
  const { page, server } = scene;
  for (const title of ['Disk almost full', 'Backup finished']) {
    await server.publish({ title, content: 'On the café’s server.' });
    await topRow(page, title).waitFor();
  }
  expect(await searchFor(page, 'cafe disk')).toEqual(['Disk almost full']);
  expect(await searchFor(page, 'is:unread -disk')).toContain('Backup finished');
});
