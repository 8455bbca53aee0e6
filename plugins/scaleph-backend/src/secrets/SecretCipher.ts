import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SecretKey } from './readSecretKeys';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret as it is stored. @internal */
export interface SealedSecret {
  keyId: string;
  /** Base64 of initialisation vector, authentication tag and ciphertext, in this order. */
  sealed: string;
}

/** Which secret it is. A sealed secret opens in its own place alone. @internal */
export interface SecretPlace {
  /** Id (uuid) of the row that owns it, never used again for another one. */
  ownerId: string;
  /** `password` */
  name: string;
}

/**
 * Encrypts secrets with AES-256-GCM: the newest key seals, every key opens.
 * The place of a secret is authenticated with it, so that a sealed secret that
 * is copied to another data source, or to another name, does not open there.
 *
 * @internal
 */
export class SecretCipher {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly newest: SecretKey | undefined;

  constructor(keys: readonly SecretKey[]) {
    this.keys = new Map(keys.map(({ id, key }) => [id, key]));
    this.newest = keys[0];
  }

  /** Throws ServiceUnavailableError when no key is configured. */
  requireKey(): SecretKey {
    if (this.newest) return this.newest;
    throw new ServiceUnavailableError(
      'Values of secrets cannot be stored here: configure scaleph.secrets.keys, or refer to an environment variable or a Kubernetes Secret instead',
    );
  }

  seal(value: string | Buffer, place: SecretPlace): SealedSecret {
    const { id, key } = this.requireKey();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, iv, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(toAad(place));
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value, 'utf8');
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const sealed = Buffer.concat([iv, cipher.getAuthTag(), text]);
    return { keyId: id, sealed: sealed.toString('base64') };
  }

  /**
   * The value. Throws ConflictError when the key is not configured any more, or
   * when what is stored was changed or comes from another place.
   */
  open(secret: SealedSecret, place: SecretPlace): string {
    return this.openBytes(secret, place).toString('utf8');
  }

  /** As `open`. */
  openBytes({ keyId, sealed }: SealedSecret, place: SecretPlace): Buffer {
    const key = this.keys.get(keyId);
    if (!key) {
      throw new ConflictError(
        `Secret "${place.name}" was encrypted with the key "${keyId}", which scaleph.secrets.keys does not have: add the key again, or enter the secret again`,
      );
    }
    try {
      return decrypt(Buffer.from(sealed, 'base64'), key, place);
    } catch {
      // The cipher's own message tells nothing more than that it failed.
      throw new ConflictError(
        `Secret "${place.name}" cannot be decrypted with the key "${keyId}": it was changed in the database, or the key under this id is another one now. Enter the secret again`,
      );
    }
  }

  /** Whether another key than the newest sealed it. False without any key: nothing could seal it anew. */
  isOutdated({ keyId }: Pick<SealedSecret, 'keyId'>): boolean {
    return this.newest !== undefined && keyId !== this.newest.id;
  }

  /** Id of the key that seals. */
  get newestKeyId(): string | undefined {
    return this.newest?.id;
  }
}

function decrypt(sealed: Buffer, key: Buffer, place: SecretPlace): Buffer {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const text = sealed.subarray(IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(toAad(place));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

function toAad({ ownerId, name }: SecretPlace): Buffer {
  return Buffer.from(`${ownerId}/${name}`, 'utf8');
}
