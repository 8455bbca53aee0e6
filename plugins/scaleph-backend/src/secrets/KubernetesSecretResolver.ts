import { Config } from '@backstage/config';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  SecretReference,
  SecretResolver,
} from '@scaleph/backstage-plugin-scaleph-node';
import { inClusterSecretReader } from './inClusterSecretReader';

/**
 * Reads the `data` of a Kubernetes Secret: base64 by key. Undefined when there
 * is no such Secret.
 *
 * @internal
 */
export type KubernetesSecretReader = (
  namespace: string,
  name: string,
) => Promise<Record<string, string> | undefined>;

/**
 * Secrets in Kubernetes Secrets that the configuration allows by
 * `namespace/name`, read by the service account of the back end's pod.
 *
 * @internal
 */
export class KubernetesSecretResolver implements SecretResolver {
  readonly source = 'kubernetesSecret';

  constructor(
    private readonly options: {
      /** `namespace/name` */
      allowed: string[];
      read: KubernetesSecretReader;
    },
  ) {}

  /** Reads `scaleph.secrets.kubernetes.allow`. Throws for an entry that is not `namespace/name`. */
  static fromConfig(config: Config): KubernetesSecretResolver {
    const key = 'scaleph.secrets.kubernetes.allow';
    const allowed = config.getOptionalStringArray(key) ?? [];
    for (const entry of allowed) {
      if (!/^[a-z0-9-]+\/[a-z0-9.-]+$/.test(entry)) {
        throw new Error(
          `${key}: "${entry}" is not the name of a Secret: write namespace/name, without patterns`,
        );
      }
    }
    return new KubernetesSecretResolver({
      allowed,
      read: inClusterSecretReader(),
    });
  }

  async check(reference: SecretReference): Promise<void> {
    const { namespace, name } = secretOf(reference);
    if (this.options.allowed.includes(`${namespace}/${name}`)) return;
    throw new NotAllowedError(
      `Kubernetes Secret "${namespace}/${name}" may not be used: it is not in scaleph.secrets.kubernetes.allow`,
    );
  }

  async resolve(reference: SecretReference): Promise<string> {
    await this.check(reference);
    const { namespace, name, key } = secretOf(reference);
    const data = await this.options.read(namespace, name);
    if (!data) {
      throw new NotFoundError(
        `Kubernetes Secret "${namespace}/${name}" does not exist`,
      );
    }
    if (!Object.hasOwn(data, key)) {
      throw new NotFoundError(
        `Kubernetes Secret "${namespace}/${name}" has no key "${key}"`,
      );
    }
    return Buffer.from(data[key], 'base64').toString('utf8');
  }
}

function secretOf(reference: SecretReference) {
  if ('kubernetesSecret' in reference) return reference.kubernetesSecret;
  throw new Error('Not a reference to a Kubernetes Secret');
}
