import { Config } from '@backstage/config';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  SecretReference,
  SecretResolver,
} from '@scaleph/backstage-plugin-scaleph-node';
import { matchesPattern } from './matchesPattern';

const DEFAULT_ALLOWED = ['SCALEPH_SECRET_*'];

/**
 * Secrets in environment variables of the back end. Only those that the
 * configuration allows: the environment also holds the portal's own secrets.
 *
 * @internal
 */
export class EnvironmentSecretResolver implements SecretResolver {
  readonly source = 'environment';

  constructor(
    private readonly options: {
      /** Names, or patterns with `*`. */
      allowed: string[];
      environment: NodeJS.ProcessEnv;
      /** Keys that encrypt secrets, as the configuration has them: no variable that holds one is ever handed out. */
      keys?: string[];
    },
  ) {}

  /** Reads `scaleph.secrets.environment.allow`. */
  static fromConfig(config: Config): EnvironmentSecretResolver {
    return new EnvironmentSecretResolver({
      allowed:
        config.getOptionalStringArray('scaleph.secrets.environment.allow') ??
        DEFAULT_ALLOWED,
      environment: process.env,
      keys: (config.getOptionalConfigArray('scaleph.secrets.keys') ?? []).map(
        entry => entry.getString('key').trim(),
      ),
    });
  }

  async check(reference: SecretReference): Promise<void> {
    const name = variableOf(reference);
    const { allowed, environment, keys = [] } = this.options;
    if (keys.includes(environment[name]?.trim() ?? '')) {
      throw new NotAllowedError(
        `Environment variable "${name}" may not be used as a secret: it holds a key of scaleph.secrets.keys`,
      );
    }
    if (allowed.some(pattern => matchesPattern(name, pattern))) return;
    throw new NotAllowedError(
      `Environment variable "${name}" may not be used as a secret: scaleph.secrets.environment.allow has ${
        allowed.join(', ') || 'no entry'
      }`,
    );
  }

  async resolve(reference: SecretReference): Promise<string> {
    await this.check(reference);
    const name = variableOf(reference);
    const value = this.options.environment[name];
    if (value) return value;
    throw new NotFoundError(
      `Environment variable "${name}" is not set in the back end`,
    );
  }
}

function variableOf(reference: SecretReference): string {
  if ('environment' in reference) return reference.environment;
  throw new Error('Not a reference to an environment variable');
}
