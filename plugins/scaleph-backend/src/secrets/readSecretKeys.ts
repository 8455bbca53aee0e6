import { Config } from '@backstage/config';

/** @internal */
export interface SecretKey {
  /** Stored beside every secret that it encrypts. */
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

const KEY_BYTES = 32;

/**
 * `scaleph.secrets.keys`, the newest first; empty when absent. Throws, naming
 * the entry and never the key, when one is not 32 bytes in base64 or an id is
 * there twice.
 *
 * @internal
 */
export function readSecretKeys(config: Config): SecretKey[] {
  const entries = config.getOptionalConfigArray('scaleph.secrets.keys') ?? [];
  const keys = entries.map((entry, index) => {
    const id = entry.getString('id');
    const where = `scaleph.secrets.keys[${index}] "${id}"`;
    if (!/^[A-Za-z0-9._-]{1,64}$/.test(id)) {
      throw new Error(
        `${where}: an id has 1 to 64 letters, digits, dots, dashes and underscores`,
      );
    }
    return { id, key: toKey(entry.getString('key').trim(), where) };
  });
  const twice = keys.find(
    ({ id }, index) => keys.findIndex(other => other.id === id) !== index,
  );
  if (twice) {
    throw new Error(
      `scaleph.secrets.keys: the id "${twice.id}" is there twice; each key needs an id of its own`,
    );
  }
  return keys;
}

function toKey(text: string, where: string): Buffer {
  const key = Buffer.from(text, 'base64');
  const isBase64 =
    key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  if (!isBase64) {
    throw new Error(
      `${where}: the key is not base64; make one with "openssl rand -base64 32"`,
    );
  }
  if (key.length !== KEY_BYTES) {
    throw new Error(
      `${where}: the key has ${key.length} bytes and needs ${KEY_BYTES}; make one with "openssl rand -base64 32"`,
    );
  }
  return key;
}
