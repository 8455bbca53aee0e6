import { isError } from '@backstage/errors';
import { SecretReference } from '@scaleph/backstage-plugin-scaleph-node';
import { SecretCipher } from '../secrets/SecretCipher';
import { SecretResolvers } from '../secrets/SecretResolvers';
import { SecretRow } from './SecretRow';
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
      if (change.kind === 'value') cipher.requireKey();
    }
  }

  /** The rows of a registration after the changes; a value that is kept is sealed anew when its key is not the newest. */
  seal(changes: SecretChange[], ownerId: string): SecretRow[] {
    return changes.map(change => {
      switch (change.kind) {
        case 'keep':
          return this.renew(change.stored) ?? change.stored;
        case 'value':
          return this.toValueRow(change.value, ownerId, change.name);
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
    const { key_id: keyId, owner_id: ownerId, name } = row;
    if (keyId === null || !cipher.isOutdated({ keyId })) return undefined;
    let value: string;
    try {
      value = this.openValue(row);
    } catch (error) {
      // Its key is gone or it was tampered with: using it says so, editing something else must go on.
      if (isError(error) && error.name === 'ConflictError') return undefined;
      throw error;
    }
    return this.toValueRow(value, ownerId, name);
  }

  /** The values in clear. Throws NotFoundError, NotAllowedError or ConflictError naming the secret that cannot be had. */
  async open(rows: SecretRow[]): Promise<Record<string, string>> {
    const values = await Promise.all(
      rows.map(async row => [row.name, await this.openOne(row)] as const),
    );
    return Object.fromEntries(values);
  }

  /** The values in clear of secrets that may not be stored yet. */
  async openChanges(changes: SecretChange[]): Promise<Record<string, string>> {
    const values = await Promise.all(
      changes.map(async change => {
        switch (change.kind) {
          case 'value':
            return [change.name, change.value] as const;
          case 'reference':
            return [change.name, await this.resolve(change.reference)] as const;
          default:
            return [change.name, await this.openOne(change.stored)] as const;
        }
      }),
    );
    return Object.fromEntries(values);
  }

  private async openOne(row: SecretRow): Promise<string> {
    return row.reference === null
      ? this.openValue(row)
      : this.resolve(JSON.parse(row.reference) as SecretReference);
  }

  private openValue(row: SecretRow): string {
    return this.options.cipher.open(
      { keyId: row.key_id!, sealed: row.sealed! },
      { ownerId: row.owner_id, name: row.name },
    );
  }

  private resolve(reference: SecretReference): Promise<string> {
    return this.options.resolvers.resolve(reference);
  }

  private toValueRow(value: string, ownerId: string, name: string): SecretRow {
    const { keyId, sealed } = this.options.cipher.seal(value, {
      ownerId,
      name,
    });
    return {
      owner_id: ownerId,
      name,
      source: 'value',
      key_id: keyId,
      sealed,
      reference: null,
    };
  }
}
