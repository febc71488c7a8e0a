/** Reads the source form. Main checks everything again; this finds the field to point at, as the person types. */
import type { Credential, DialectName, SourceDraft } from '../../preload/contract.ts';
import { commonMapping, type MappingFields, readMapping, showMapping } from './mapping.ts';

export type Field = 'url' | 'name' | 'token' | 'user' | 'password' | 'cookie';

/** The form's raw fields, one set whatever the kind of credential or server. */
export type SourceFields = Record<Field, string> & {
  kind: Credential['kind'];
  dialect: DialectName;
  mapping: MappingFields;
};

export type Mistake =
  | 'noUrl'
  | 'badUrl'
  | 'credentialInUrl'
  | 'noName'
  | 'noToken'
  | 'noUser'
  | 'noPassword'
  | 'noCookie';

/** `credential`: null keeps the stored one. */
export type Draft = Omit<SourceDraft, 'credential'> & { credential: Credential | null };

export type Reading = { ok: true; draft: Draft } | { ok: false; field: Field; mistake: Mistake };

export const emptyFields: SourceFields = {
  url: '',
  name: '',
  kind: 'none',
  token: '',
  user: '',
  password: '',
  cookie: '',
  dialect: 'rows',
  mapping: showMapping(commonMapping),
};

/** `stored`: the kind of credential kept for this source; with its fields left empty, `credential` is null: keep it. */
export function readDraft(fields: SourceFields, stored: Credential['kind'] | null): Reading {
  const url = readUrl(fields.url);
  if (typeof url === 'string') return { ok: false, field: 'url', mistake: url };
  const name = fields.name.trim() || url.host;
  const credential = readCredential(fields, stored);
  if (credential !== null && 'mistake' in credential) return { ok: false, ...credential };
  const { dialect } = fields;
  const mapping = dialect === 'json' ? readMapping(fields.mapping) : null;
  return { ok: true, draft: { name, url: url.href, dialect, mapping, credential } };
}

/** The web address a person means: "home.example/live" is https, an address on this machine is http. */
export function readUrl(typed: string): URL | Mistake {
  const text = typed.trim();
  if (text === '') return 'noUrl';
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i.test(text);
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isLocal ? 'http' : 'https'}://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || /\s/.test(text)) return 'badUrl';
  return url.username !== '' || url.password !== '' ? 'credentialInUrl' : url;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Nothing was given, of whatever kind: what is stored stays. */
export const isUntouched = ({ token, user, password, cookie }: SourceFields): boolean =>
  [token.trim(), user, password, cookie.trim()].every((value) => value === '');

function readCredential(
  fields: SourceFields,
  stored: Credential['kind'] | null,
): Credential | null | { field: Field; mistake: Mistake } {
  const { kind, user, password } = fields;
  const token = fields.token.trim();
  const cookie = fields.cookie.trim();
  if (kind === stored && isUntouched(fields)) return null;
  switch (kind) {
    case 'none':
    case 'session':
      return { kind };
    case 'bearer':
      return token ? { kind, token } : { field: 'token', mistake: 'noToken' };
    case 'basic':
      if (!user) return { field: 'user', mistake: 'noUser' };
      // What is stored is kept or replaced as a whole: half of it is not to be taken for an empty password.
      if (kind === stored && !password) return { field: 'password', mistake: 'noPassword' };
      return { kind, user, password };
    case 'cookie':
      return cookie ? { kind, cookie } : { field: 'cookie', mistake: 'noCookie' };
  }
}
