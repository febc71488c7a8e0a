import { type Credential, dialectSchema, type Found } from '../../preload/contract.ts';
import type { Ask } from '../local-socket/ask.ts';
import { oneLine, printable } from '../terminal.ts';
import { usageError } from './command.ts';
import type { Reached } from './reach.ts';

export type NewSource = {
  url: string;
  name: string | undefined;
  credential: Credential;
  /** What it is, where the person knows: a dialect, or the id of a preset. */
  as: string | undefined;
  anyway: boolean;
};

/** Finds out what answers at the address, says so, and adds it. @throws what went wrong, and what to do about it */
export async function addSource({ ask, running }: Reached, source: NewSource): Promise<void> {
  const { url, credential, as } = source;
  const { preferences, secretStorage } = await ask('readState', {});
  const secret = credential.kind !== 'none';
  if (secret && !running && !preferences.storeSecretsInFile) {
    throw new Error(
      'Bellhop isn’t running, and only while it runs can it keep a credential: start it, and add the source again.',
    );
  }
  const found = as ? await foundAs(ask, as, url) : await probe(ask, source);
  const name = source.name ?? found.name;
  await ask('addSource', { ...found, name, credential });
  console.log(oneLine(`Added “${name}” (${found.dialect}, ${found.url}).`));
  if (secret && secretStorage === 'session') {
    console.error('There is no keyring here: the credential is kept until Bellhop ends.');
  }
  if (!running) console.error('Bellhop isn’t running: it listens there from its next start on.');
}

async function foundAs(ask: Ask, as: string, url: string): Promise<Found> {
  const presets = await ask('getPresets', {});
  const preset = presets.find(({ id }) => id === as);
  const { data: dialect } = dialectSchema.safeParse(as);
  const name = URL.canParse(url) ? new URL(url).host.slice(0, 80) : url; // a bad address is refused in words
  if (preset) return { dialect: 'json', url, name, mapping: preset.mapping };
  if (dialect) return { dialect, url, name, mapping: null };
  const choices = [...dialectSchema.options, ...presets.map(({ id }) => id)].join(', ');
  throw usageError(`--as: expected one of ${choices}.`);
}

async function probe(ask: Ask, { url, credential, anyway }: NewSource): Promise<Found> {
  const result = await ask('testSource', { url, credential, source: null });
  if (result.ok) {
    console.log(printable(result.text));
    return result.found;
  }
  const detail = result.detail ? ` (${result.detail})` : '';
  const text = printable(`${result.text}${detail}`);
  const { assume, signIn } = result;
  if (anyway && assume) {
    console.error(text);
    return assume;
  }
  const signInHint =
    signIn && ' Give a token (--token-stdin) or --user, or add it in the window to sign in there.';
  const assumed = assume
    ? ` It seems to be of the kind “${assume.dialect}”: --anyway adds it as that.`
    : ' If you know what it is, say so with --as.';
  throw new Error([text, signInHint, assumed].filter(Boolean).join(''));
}
