import { LoggerService } from '@backstage/backend-plugin-api';
import { SecretRow } from './SecretRow';
import { RegistrationStore } from './RegistrationStore';
import { SecretVault } from './SecretVault';

const BATCH = 200;

/**
 * Seals every stored value anew that another key than the newest sealed. May be
 * stopped at any moment and run again, by several back ends at a time: each row
 * is replaced only if it is still what was read. A row that does not open (its
 * key is not configured) stays as it is.
 *
 * @returns how many were sealed anew, and how many could not be
 * @internal
 */
export async function rotateSecrets(options: {
  newestKeyId: string;
  store: Pick<RegistrationStore, 'outdatedSecrets' | 'replaceSecret'>;
  vault: Pick<SecretVault, 'renew'>;
  logger: LoggerService;
}): Promise<{ renewed: number; stuck: number }> {
  const { newestKeyId, store, vault, logger } = options;
  let renewed = 0;
  const stuck: SecretRow[] = [];
  let after: SecretRow | undefined;
  for (;;) {
    const batch = await store.outdatedSecrets({
      newestKeyId,
      after,
      limit: BATCH,
    });
    for (const row of batch) {
      const fresh = vault.renew(row);
      if (!fresh) stuck.push(row);
      else if (await store.replaceSecret(row, fresh)) renewed += 1;
    }
    if (batch.length < BATCH) break;
    after = batch[batch.length - 1];
  }
  if (renewed) {
    logger.info(
      `${renewed} secrets were encrypted anew with the key "${newestKeyId}"`,
    );
  }
  if (stuck.length) {
    const keys = [...new Set(stuck.map(row => row.key_id))].join('", "');
    logger.warn(
      `${stuck.length} secrets cannot be decrypted with scaleph.secrets.keys (key "${keys}"): add the key again, or enter these secrets again`,
    );
  }
  return { renewed, stuck: stuck.length };
}
