import { randomBytes } from 'node:crypto';
import { SealedSecret, SecretCipher } from './SecretCipher';

const oldKey = { id: 'old', key: randomBytes(32) };
const newKey = { id: 'new', key: randomBytes(32) };
const place = {
  ownerId: 'c0ffee00-0000-4000-8000-000000000000',
  name: 'password',
};

function withByteFlipped(secret: SealedSecret, at: number): SealedSecret {
  const bytes = Buffer.from(secret.sealed, 'base64');
  bytes[at < 0 ? bytes.length + at : at] ^= 1;
  return { ...secret, sealed: bytes.toString('base64') };
}

describe('SecretCipher', () => {
  const cipher = new SecretCipher([newKey, oldKey]);

  test.each(['s3cret', 'ü 密码 🔑', 'x'.repeat(65_536), '\0'])(
    'opens what it sealed',
    value => {
      const sealed = cipher.seal(value, place);
      expect(cipher.open(sealed, place)).toBe(value);
      expect(sealed.keyId).toBe('new');
      expect(JSON.stringify(sealed)).not.toContain(value);
    },
  );

  it('seals the same value differently each time', () => {
    const seals = Array.from({ length: 100 }, () =>
      cipher.seal('same', place).sealed.slice(0, 16),
    );
    expect(new Set(seals).size).toBe(100);
  });

  test.each([
    ['initialisation vector', 0],
    ['authentication tag', 12],
    ['ciphertext', -1],
  ])('finds that the %s was tampered with', (_, at) => {
    const sealed = withByteFlipped(cipher.seal('s3cret', place), at);
    expect(() => cipher.open(sealed, place)).toThrow(
      'Secret "password" cannot be decrypted with the key "new"',
    );
  });

  test.each(['', 'AAAA', 'not base64 at all'])(
    'finds that %j was never sealed',
    sealed => {
      expect(() => cipher.open({ keyId: 'new', sealed }, place)).toThrow(
        'cannot be decrypted',
      );
    },
  );

  test.each([
    ['row', { ...place, ownerId: 'another' }],
    ['name', { ...place, name: 'token' }],
    ['split of the two', { ownerId: `${place.ownerId}/pass`, name: 'word' }],
  ])('does not open in another %s', (_, elsewhere) => {
    const sealed = cipher.seal('s3cret', place);
    expect(() => cipher.open(sealed, elsewhere)).toThrow('cannot be decrypted');
  });

  it('opens with an older key, seals with the newest', () => {
    const before = new SecretCipher([oldKey]).seal('s3cret', place);
    expect(cipher.isOutdated(before)).toBe(true);
    expect(cipher.open(before, place)).toBe('s3cret');
    expect(cipher.isOutdated(cipher.seal('s3cret', place))).toBe(false);
  });

  it('names a key that is gone', () => {
    const before = new SecretCipher([oldKey]).seal('s3cret', place);
    expect(() => new SecretCipher([newKey]).open(before, place)).toThrow(
      'the key "old", which scaleph.secrets.keys does not have',
    );
  });

  it('finds that another key took over an id', () => {
    const before = new SecretCipher([oldKey]).seal('s3cret', place);
    const impostor = new SecretCipher([{ id: 'old', key: newKey.key }]);
    expect(() => impostor.open(before, place)).toThrow('another one now');
  });

  it('says what to configure without a key', () => {
    const none = new SecretCipher([]);
    expect(() => none.seal('s3cret', place)).toThrow(
      'configure scaleph.secrets.keys',
    );
    expect(none.isOutdated({ keyId: 'old' })).toBe(false);
  });
});
