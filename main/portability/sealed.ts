import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/**
 * Text encrypted with a passphrase: AES-256-GCM, its key made by scrypt (https://www.rfc-editor.org/rfc/rfc7914), all binary
 * parts in base64. The numbers are the first choice of
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt: 128 MiB and about half a second for
 * each guess.
 */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const bytes = (text: string) => Buffer.from(text, 'base64');
const base64 = (length: number) =>
  z.base64().refine((text) => bytes(text).length === length, `must be ${length} bytes`);

/** Other numbers than ours are read too, up to what opening a file may cost this computer: 256 MiB, some seconds. */
export const sealedSchema = z.object({
  kdf: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2 ** 14)
    .max(2 ** 18)
    .refine((n) => Number.isInteger(Math.log2(n)), 'must be a power of two'),
  r: z.literal(8),
  p: z.number().int().min(1).max(2),
  salt: base64(16),
  cipher: z.literal('aes-256-gcm'),
  iv: base64(12),
  tag: base64(16),
  data: z.base64(),
});
export type Sealed = z.infer<typeof sealedSchema>;

/** @throws when there isn’t enough memory */
export async function seal(text: string, passphrase: string): Promise<Sealed> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, salt, COST), iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
  const tag = cipher.getAuthTag().toString('base64');
  const [saltText, ivText] = [salt.toString('base64'), iv.toString('base64')];
  return { kdf: 'scrypt', ...COST, salt: saltText, cipher: 'aes-256-gcm', iv: ivText, tag, data };
}

/** @returns null for another passphrase, and for what was altered: they can’t be told apart */
export async function unseal(sealed: Sealed, passphrase: string): Promise<string | null> {
  const key = await deriveKey(passphrase, bytes(sealed.salt), sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv), { authTagLength: 16 });
  decipher.setAuthTag(bytes(sealed.tag));
  try {
    return Buffer.concat([decipher.update(bytes(sealed.data)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Keyboards write an é in two ways: normalized, both are the same passphrase. */
function deriveKey(
  passphrase: string,
  salt: Buffer,
  { N, r, p }: Pick<Sealed, 'N' | 'r' | 'p'>,
): Promise<Buffer> {
  const options = { N, r, p, maxmem: 128 * N * r * 2 };
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
