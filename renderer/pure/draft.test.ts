import { describe, expect, it } from 'vitest';
import { emptyFields, readDraft, readUrl } from './draft.ts';

const url = (typed: string) => {
  const read = readUrl(typed);
  return typeof read === 'string' ? read : read.href;
};

describe('the address', () => {
  it.each([
    ['https://a.example/api/live', 'https://a.example/api/live'],
    [' a.example ', 'https://a.example/'],
    ['localhost:4500/api/live', 'http://localhost:4500/api/live'],
    ['127.0.0.1', 'http://127.0.0.1/'],
    ['[::1]:80/x', 'http://[::1]/x'],
    ['', 'noUrl'],
    ['ftp://a.example', 'badUrl'],
    ['not an address', 'badUrl'],
    ['https://', 'badUrl'],
    ['https://ann:secret@a.example', 'credentialInUrl'],
  ])('%s is read as %s', (typed, expected) => {
    expect(url(typed)).toBe(expected);
  });
});

describe('the form', () => {
  const fields = { ...emptyFields, url: 'a.example/live' };

  it('names a source after its host unless told otherwise', () => {
    expect(readDraft(fields, null)).toMatchObject({ ok: true, draft: { name: 'a.example' } });
    expect(readDraft({ ...fields, name: ' Home ' }, null)).toMatchObject({
      ok: true,
      draft: { name: 'Home' },
    });
  });
  it('gives only the credential of the chosen kind', () => {
    const read = readDraft({ ...fields, kind: 'bearer', token: ' t0k ', user: 'left over' }, null);
    expect(read).toMatchObject({ ok: true, draft: { credential: { kind: 'bearer', token: 't0k' } } });
  });
  it('allows an empty password', () => {
    const read = readDraft({ ...fields, kind: 'basic', user: 'ann' }, null);
    expect(read).toMatchObject({
      ok: true,
      draft: { credential: { kind: 'basic', user: 'ann', password: '' } },
    });
  });
  it.each([
    ['bearer', 'token', 'noToken'],
    ['basic', 'user', 'noUser'],
    ['cookie', 'cookie', 'noCookie'],
  ] as const)('points at what %s lacks', (kind, field, mistake) => {
    expect(readDraft({ ...fields, kind }, null)).toEqual({ ok: false, field, mistake });
  });
  it('takes half of a stored user and password for neither', () => {
    const stored = { ...fields, kind: 'basic' } as const;
    const read = (part: object) => readDraft({ ...stored, ...part }, 'basic');
    expect(read({ user: 'ann' })).toEqual({ ok: false, field: 'password', mistake: 'noPassword' });
    expect(read({ password: 'new' })).toEqual({ ok: false, field: 'user', mistake: 'noUser' });
    expect(read({})).toMatchObject({ draft: { credential: null } });
  });
  it('points at the address first', () => {
    expect(readDraft({ ...emptyFields, kind: 'bearer' }, null)).toMatchObject({ field: 'url' });
  });
  it('keeps the stored credential while its fields are empty and its kind the same', () => {
    expect(readDraft({ ...fields, kind: 'bearer' }, 'bearer')).toMatchObject({ draft: { credential: null } });
    expect(readDraft({ ...fields, kind: 'none' }, 'bearer')).toMatchObject({
      draft: { credential: { kind: 'none' } },
    });
    expect(readDraft({ ...fields, kind: 'cookie' }, 'bearer')).toMatchObject({ ok: false, field: 'cookie' });
  });
});
