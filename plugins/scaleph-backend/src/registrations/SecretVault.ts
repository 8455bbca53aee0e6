import { isError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { SecretReference } from '@scaleph/backstage-plugin-scaleph-node';
import { SecretCipher } from '../secrets/SecretCipher';
import { SecretResolvers } from '../secrets/SecretResolvers';
import { fileOfRow, SecretRow, StoredFile } from './SecretRow';
import { SecretChange } from './secretChanges';

/**
 * Between secrets and their rows: seals values, opens them, reads references.
 * Clear text leaves it only through `open`.
 *
 * @internal
 */
export class SecretVault {
  constructor(
    private readonly options: {
      cipher: SecretCipher;
      resolvers: SecretResolvers;
    },
  ) {}

  /** Throws before anything is written: NotAllowedError for a reference that the configuration does not allow, ServiceUnavailableError without a key for a value. */
  async check(changes: SecretChange[]): Promise<void> {
    const { cipher, resolvers } = this.options;
    for (const change of changes) {
      if (change.kind === 'reference') await resolvers.check(change.reference);
      if (change.kind === 'value' || change.kind === 'file') {
        cipher.requireKey();
      }
    }
  }

  /** The rows of a registration after the changes; a value that is kept is sealed anew when its key is not the newest. */
  seal(changes: SecretChange[], ownerId: string): SecretRow[] {
    return changes.map(change => {
      switch (change.kind) {
        case 'keep':
          return this.renew(change.stored) ?? change.stored;
        case 'value':
          return this.sealRow(change.value, {
            ...{ owner_id: ownerId, name: change.name },
            ...{ source: 'value', reference: null },
          });
        case 'file':
          return this.sealRow(change.content, {
            ...{ owner_id: ownerId, name: change.name, source: 'file' },
            reference: JSON.stringify(toStoredFile(change)),
          });
        default:
          return {
            owner_id: ownerId,
            name: change.name,
            source:
              'environment' in change.reference
                ? 'environment'
                : 'kubernetesSecret',
            key_id: null,
            sealed: null,
            reference: JSON.stringify(change.reference),
          };
      }
    });
  }

  /** The row sealed with the newest key; undefined when it is already, is no value, or does not open. */
  renew(row: SecretRow): SecretRow | undefined {
    const { cipher } = this.options;
    const { key_id: keyId } = row;
    if (keyId === null || !cipher.isOutdated({ keyId })) return undefined;
    let value: Buffer;
    try {
      value = this.openSealed(row);
    } catch (error) {
      // Its key is gone or it was tampered with: using it says so, editing something else must go on.
      if (isError(error) && error.name === 'ConflictError') return undefined;
      throw error;
    }
    return this.sealRow(value, row);
  }

  /** The values in clear, without files. Throws NotFoundError, NotAllowedError or ConflictError naming the secret that cannot be had. */
  async open(rows: SecretRow[]): Promise<Record<string, string>> {
    const secrets = rows.filter(({ source }) => source !== 'file');
    const values = await Promise.all(
      secrets.map(async row => [row.name, await this.openOne(row)] as const),
    );
    return Object.fromEntries(values);
  }

  /** The contents of the files, by their names. Throws ConflictError naming the one that does not open. */
  openFiles(rows: SecretRow[]): Record<string, Buffer> {
    const files = rows.filter(({ source }) => source === 'file');
    return Object.fromEntries(
      files.map(row => [fileOfRow(row), this.openSealed(row)]),
    );
  }

  /** The same of files that may not be stored yet. */
  openFileChanges(changes: SecretChange[]): Record<string, Buffer> {
    return Object.fromEntries(
      changes.flatMap(change => {
        if (change.kind === 'file') {
          return [[fileOfRow(change), change.content]];
        }
        return change.kind === 'keep' && change.stored.source === 'file'
          ? [[fileOfRow(change), this.openSealed(change.stored)]]
          : [];
      }),
    );
  }

  /** The values in clear of secrets that may not be stored yet. */
  async openChanges(changes: SecretChange[]): Promise<Record<string, string>> {
    const secrets = changes.filter(
      change =>
        change.kind !== 'file' &&
        !(change.kind === 'keep' && change.stored.source === 'file'),
    );
    const values = await Promise.all(
      secrets.map(async change => {
        switch (change.kind) {
          case 'value':
            return [change.name, change.value] as const;
          case 'reference':
            return [change.name, await this.resolve(change.reference)] as const;
          case 'keep':
            return [change.name, await this.openOne(change.stored)] as const;
          default:
            throw new Error(`File "${change.name}" is no secret`);
        }
      }),
    );
    return Object.fromEntries(values);
  }

  private async openOne(row: SecretRow): Promise<string> {
    return row.reference === null
      ? this.openSealed(row).toString('utf8')
      : this.resolve(JSON.parse(row.reference) as SecretReference);
  }

  private openSealed(row: SecretRow): Buffer {
    return this.options.cipher.openBytes(
      { keyId: row.key_id!, sealed: row.sealed! },
      { ownerId: row.owner_id, name: row.name },
    );
  }

  private resolve(reference: SecretReference): Promise<string> {
    return this.options.resolvers.resolve(reference);
  }

  private sealRow(
    value: string | Buffer,
    row: Omit<SecretRow, 'key_id' | 'sealed'>,
  ): SecretRow {
    const { keyId, sealed } = this.options.cipher.seal(value, {
      ownerId: row.owner_id,
      name: row.name,
    });
    return { ...row, key_id: keyId, sealed };
  }
}

function toStoredFile({
  filename,
  content,
}: {
  filename: string;
  content: Buffer;
}): StoredFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { filename, bytes: content.length, sha256 };
}
