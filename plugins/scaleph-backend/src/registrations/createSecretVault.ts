import { RootConfigService } from '@backstage/backend-plugin-api';
import { SecretResolver } from '@scaleph/backstage-plugin-scaleph-node';
import { EnvironmentSecretResolver } from '../secrets/EnvironmentSecretResolver';
import { KubernetesSecretResolver } from '../secrets/KubernetesSecretResolver';
import { readSecretKeys } from '../secrets/readSecretKeys';
import { SecretCipher } from '../secrets/SecretCipher';
import { SecretResolvers } from '../secrets/SecretResolvers';
import { SecretVault } from './SecretVault';

/**
 * The vault as configured. Throws when the configuration of keys is wrong.
 *
 * @param secretResolvers - beside, or in place of, the built-in ones
 * @returns also the id of the key that seals; none is configured without it
 * @internal
 */
export function createSecretVault(
  config: RootConfigService,
  secretResolvers: SecretResolver[],
): { vault: SecretVault; newestKeyId?: string } {
  const cipher = new SecretCipher(readSecretKeys(config));
  const vault = new SecretVault({
    cipher,
    resolvers: new SecretResolvers([
      EnvironmentSecretResolver.fromConfig(config),
      KubernetesSecretResolver.fromConfig(config),
      ...secretResolvers,
    ]),
  });
  return { vault, newestKeyId: cipher.newestKeyId };
}
