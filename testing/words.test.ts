import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { answer } from '../main/inbox/answer.ts';
import { migrations } from '../main/store/migrations.ts';
import type { RequestArgs, RequestName, RequestResults } from '../preload/contract.ts';
import { temporaryServer } from '../server/testing.ts';
import { asRows, listenTo, openTestBellhop, type TestBellhop } from './bellhop.ts';
import { temporaryFolder } from './folder.ts';

/** What the store keeps is no language: each reading says it in the person's own. */

/** Asks as the window does. */
async function ask<N extends RequestName>(bellhop: TestBellhop, name: N, args: RequestArgs<N>) {
  const reply = await answer(bellhop.requests, name, args, bellhop.words());
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as RequestResults[N];
}
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text);

test('with another language an old “why”, an old line of the journal and the next toast are in it', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const source = await listenTo(bellhop, server);
  server.publish('alice', { content: 'old', notificationTypeId: 1 });
  await bellhop.toasts.until(({ length }) => length === 1);
  await bellhop.requests.setPreferences({ language: 'de', hideToastText: true });

  const [, { id } = { id: -1 }] = [null, ...(await bellhop.notices())];
  const detail = await ask(bellhop, 'getNotice', { id });
  expect(texts(detail?.why ?? []).slice(0, 2)).toEqual([
    'über die laufende Verbindung eingetroffen',
    'nichts sprach gegen eine Einblendung',
  ]);
  expect(texts(await ask(bellhop, 'getJournal', { source }))).toContain('verbunden');

  server.publish('alice', { content: 'new', notificationTypeId: 1 });
  await bellhop.toasts.until(({ length }) => length === 2);
  expect(bellhop.toasts.items.map(({ body }) => body)).toEqual(['old', 'Neue Benachrichtigung']);
  // The command line asks without a language.
  expect(texts(await bellhop.requests.getJournal({ source }))).toContain('connected');
});

test('a trouble and a digest are told in the language of the system', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  bellhop.desktop.languages = ['ja-JP'];
  const source = await listenTo(bellhop, server, '本社');
  for (let n = 0; n < 7; n++) server.publish('alice', { content: `${n}`, notificationTypeId: 1 });
  await bellhop.toasts.until((all) => all.some(({ title }) => title === '新しい通知 7 件'));
  const credential = { kind: 'bearer', token: 'bh_wrong' } as const;
  await bellhop.requests.editSource({ ...asRows, id: source, name: '本社', url: server.url, credential });
  const { sources } = await bellhop.state((state) => state.sources[0]?.feed.kind === 'stopped');
  expect(sources[0]?.feed).toMatchObject({ why: { text: 'は認証情報を受け付けません' } });
  expect(texts(await ask(bellhop, 'getJournal', { source })).slice(0, 2)).toEqual([
    'サーバーは認証情報を受け付けません',
    '認証情報が変更されました',
  ]);
});

test('what was journaled before there were messages is told as it was written', async () => {
  const folder = temporaryFolder();
  const old = new Database(join(folder, 'bellhop.db'));
  for (const sql of migrations.slice(0, 5)) old.exec(sql);
  old.pragma('user_version = 5');
  const gap = [1_000, 'gap', 'why it was', 500, 1_000];
  old
    .prepare("INSERT INTO journal (at, source, kind, text, fromAt, toAt) VALUES (?, 's', ?, ?, ?, ?)")
    .run(gap);
  const failure = 'Bellhop ended before the system answered';
  old
    .prepare(
      "INSERT INTO toasts (kind, createdAt, attemptedAt, answeredAt, failure) VALUES ('single', 1, 2, 3, ?)",
    )
    .run(failure);
  old.close();

  const bellhop = openTestBellhop(folder);
  await bellhop.requests.setPreferences({ language: 'fr' });
  expect(await ask(bellhop, 'getJournal', { source: 's' })).toMatchObject([{ text: 'why it was' }]);
  const filter = { view: 'inbox', source: null, topic: null, minPriority: null } as const;
  const page = await ask(bellhop, 'listNotices', { filter, before: null, limit: 10 });
  expect(page.gaps).toMatchObject([{ why: 'why it was' }]);
  expect(bellhop.db.prepare('SELECT failure FROM toasts').pluck().get()).toBe('["endedBeforeAnswer"]');
});

test('what is refused, asked wrongly or went wrong is said in the language of whoever asks', async () => {
  const bellhop = openTestBellhop();
  await bellhop.requests.setPreferences({ language: 'es' });
  const refused = (name: RequestName, args: object) => answer(bellhop.requests, name, args, bellhop.words());
  const error = (text: string) => ({ ok: false, error: text });
  expect(await refused('retrySource', { id: 'gone' })).toEqual(error('Esta fuente se ha eliminado.'));
  const day = { days: [], from: '22:00', to: '07:00' };
  const quiet = { enabled: true, hours: [day], timeZone: null, urgentPasses: true };
  expect(await refused('setQuietHours', quiet)).toEqual(error('Elige al menos un día.'));
  bellhop.report('rules', ['ruleUnusable'], [['inRule', ['patternTooLarge', 'a{999}'], 'Builds']]);
  const { problems } = await bellhop.state((now) => now.problems.length === 1);
  expect(problems).toMatchObject([
    {
      text: 'Una regla no se puede usar.',
      detail:
        'El patrón «a{999}» es demasiado grande: reduce el número de repeticiones. (en la regla «Builds»)',
    },
  ]);
});

test('an address is tried, a source looked over and a test followed in the language of whoever asks', async () => {
  const server = await temporaryServer();
  const bellhop = openTestBellhop();
  const id = await listenTo(bellhop, server, 'Büro');
  await bellhop.requests.setPreferences({ language: 'de' });
  const credential = { kind: 'bearer', token: server.token } as const;
  expect((await ask(bellhop, 'testSource', { url: server.url, credential, source: null })).text).toBe(
    'Verbunden. Auch ohne Bellhop geht nichts verloren: Der Server sendet Verpasstes nach.',
  );
  const [diagnosis] = await ask(bellhop, 'diagnose', { source: id });
  expect(texts(diagnosis?.steps ?? [])).toEqual([
    `${new URL(server.url).host} antwortet.`,
    'Die Adresse beginnt mit http://: Die Verbindung ist nicht verschlüsselt.',
    'Der Server akzeptiert die Zugangsdaten.',
    expect.stringMatching(/^Bellhop ist verbunden \(Dauer: .+\)\.$/),
    'Lebenszeichen kommen (Takt: 15 Sekunden).',
    expect.stringMatching(/^Der Verlauf lässt sich schreiben; \d+\s[MG]B sind frei\.$/),
    expect.stringMatching(/Bisher gab es keine\.$/),
  ]);
  const sent = await ask(bellhop, 'sendTest', { id });
  expect(sent.text).toMatch(/^Veröffentlicht, nach \d+,\d\u00a0s eingetroffen; eingeblendet\.$/);
  expect(bellhop.toasts.items[0]).toMatchObject({ title: 'Test' });
  // The terminal asks in English.
  expect((await bellhop.requests.diagnose({ source: id }))[0]?.steps[2]?.text).toContain('accepts');
});
