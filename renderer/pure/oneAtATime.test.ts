import { expect, it } from 'vitest';
import { oneAtATime } from './oneAtATime.ts';

it('drops what is pressed while the last is not through, and goes on after a failure', async () => {
  const press = oneAtATime();
  const done: string[] = [];
  let release = () => {};
  const first = press(async () => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    done.push('first');
  });
  await press(async () => void done.push('second'));
  release();
  await first;
  await expect(press(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await press(async () => void done.push('third'));
  expect(done).toEqual(['first', 'third']);
});
