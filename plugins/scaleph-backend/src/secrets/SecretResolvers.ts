import { InputError } from '@backstage/errors';
import {
  SecretReference,
  SecretResolver,
} from '@scaleph/backstage-plugin-scaleph-node';

/** Every place where secrets are kept, by the source that it serves. @internal */
export class SecretResolvers {
  private readonly resolvers: ReadonlyMap<string, SecretResolver>;

  /** A later resolver of the same source replaces an earlier one, so that a module can take the place of a built-in. */
  constructor(resolvers: readonly SecretResolver[]) {
    this.resolvers = new Map(resolvers.map(it => [it.source, it]));
  }

  /** Throws NotAllowedError when the configuration does not allow the reference. */
  async check(reference: SecretReference): Promise<void> {
    await this.find(reference).check(reference);
  }

  /** Throws NotFoundError, naming the reference, when there is no such value. */
  async resolve(reference: SecretReference): Promise<string> {
    return this.find(reference).resolve(reference);
  }

  private find(reference: SecretReference): SecretResolver {
    const [source] = Object.keys(reference);
    const resolver = this.resolvers.get(source);
    if (resolver) return resolver;
    throw new InputError(`Secrets cannot be kept in "${source}" here`);
  }
}
