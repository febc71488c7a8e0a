import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ImportPreview } from '../../preload/contract.ts';
import { exportSettings } from '../portability/export-settings.ts';
import { readBounded } from '../portability/files.ts';
import { applyImport, openCredentials } from '../portability/import-settings.ts';
import { planImport } from '../portability/plan-import.ts';
import { MAX_SETTINGS_BYTES, readSettingsFile, type SettingsFile } from '../portability/settings-file.ts';
import { Refusal } from '../words/refusal.ts';
import type { Handlers, RequestParts } from './handlers.ts';
import { refuseMistakes, refuseUnusable } from './policy-requests.ts';

type PortabilityRequests = Pick<
  Handlers,
  'exportSettings' | 'exportSettingsTo' | 'previewImport' | 'previewImportOf' | 'importSettings'
>;

/** Taking settings along: out to a file, and in from one once the person has seen what it would do. */
export function createPortabilityRequests(parts: RequestParts): PortabilityRequests {
  const { host, clock, settings, credentials, feeds, changed } = parts;
  let previews = 0;
  let seen: SettingsFile | null = null;
  /** Dialogs don’t pile up, and a passphrase costs 128 MiB to try. */
  const oneAtATime = createTurnstile();

  const exportTo = (file: string, passphrase: string | null) =>
    exportSettings({ settings: settings.read(), credentials, now: clock() }, file, passphrase);

  async function preview(path: string): Promise<ImportPreview> {
    const file = await readSettings(path);
    const { sources, rules, changed } = planImport(settings.read(), file, randomUUID);
    seen = file;
    const brief = ({ name, url }: { name: string; url: string }) => ({ name, url });
    return {
      ...{ import: ++previews, file: basename(path), writtenAt: Date.parse(file.writtenAt) },
      sources: { added: sources.added.map(brief), known: sources.known.map(brief) },
      ...{ rules, settings: changed, hasCredentials: file.credentials !== null },
    };
  }

  return {
    exportSettings: ({ passphrase }) =>
      oneAtATime(async () => {
        const day = new Date(clock()).toISOString().slice(0, 10);
        const file = await host.chooseFile({
          ...{ kind: 'save', extension: 'json', name: `bellhop-settings-${day}.json` },
        });
        return file === null ? null : exportTo(file, passphrase);
      }),
    exportSettingsTo: ({ file, passphrase }) => oneAtATime(() => exportTo(file, passphrase)),
    previewImport: () =>
      oneAtATime(async () => {
        const file = await host.chooseFile({ kind: 'open', extension: 'json' });
        return file === null ? null : preview(file);
      }),
    previewImportOf: ({ file }) => oneAtATime(() => preview(file)),
    importSettings: ({ import: number, passphrase }) =>
      oneAtATime(async () => {
        if (!seen || number !== previews) throw new Refusal('chooseAgain');
        const opened = await openCredentials(seen, passphrase);
        const { sources, rules, credited } = applyImport(seen, opened, settings, credentials);
        seen = null;
        feeds.sync(settings.read().sources);
        for (const { id } of credited) feeds.nudge(id, ['credentialImported']);
        parts.shortcut.renew();
        parts.retention.look();
        parts.quiet.look();
        changed.notices(); // the language may be another one: gaps and whys are fetched, not pushed
        const without = sources.added.filter(
          (source) => source.credentialKind !== 'none' && !credited.includes(source),
        );
        return {
          ...{ sources: sources.added.length, rules: rules.added, credentials: credited.length },
          withoutCredential: without.map(({ name }) => name),
        };
      }),
  };
}

/** @throws Error in words when it can’t be read, or holds what would be refused in the window */
async function readSettings(path: string): Promise<SettingsFile> {
  const file = readSettingsFile(await readBounded(path, MAX_SETTINGS_BYTES));
  for (const rule of file.rules) refuseMistakes(rule);
  if (file.quietHours) refuseUnusable(file.quietHours);
  return file;
}

function createTurnstile() {
  let busy = false;
  return async <T>(action: () => Promise<T>): Promise<T> => {
    if (busy) throw new Refusal('importBusy');
    busy = true;
    try {
      return await action();
    } finally {
      busy = false;
    }
  };
}
