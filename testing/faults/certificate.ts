import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/**
 * A certificate for 127.0.0.1 that vouches for itself, valid for a day either way. Made by hand because Node can read
 * certificates but not make them. https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  // Each has a name of its own, so that no other one's key is tried on it.
  const name = nameOf(`Bellhop’s tests ${randomBytes(8).toString('hex')}`);
  const day = 24 * 60 * 60_000;
  const validity = sequence(time(Date.now() - day), time(Date.now() + day));
  const addresses = sequence(tagged(0x87, Buffer.from([127, 0, 0, 1])));
  const alternativeNames = sequence(objectId(0x55, 0x1d, 0x11), tagged(0x04, addresses));
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))), // version 3
    tagged(0x02, Buffer.from([1, ...randomBytes(8)])), // serial number
    ...[ecdsaWithSha256, name, validity, name, publicKey],
    tagged(0xa3, sequence(alternativeNames)),
  );
  const signature = sign('sha256', body, createPrivateKey(privateKey));
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return { key: privateKey, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}

/** Distinguished encoding: a tag, the length, and what it holds. https://www.itu.int/rec/T-REC-X.690 */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts));

const objectId = (...bytes: number[]) => tagged(0x06, Buffer.from(bytes));

const nameOf = (commonName: string) =>
  sequence(tagged(0x31, sequence(objectId(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from(commonName)))));

const time = (ms: number) =>
  tagged(0x18, Buffer.from(new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '')));
