import { ConflictError } from '@backstage/errors';

/** For a write to a target of the configuration. @internal */
export function readOnlyError(name: string): ConflictError {
  return new ConflictError(
    `Target "${name}" comes from the configuration (scaleph.targets): it is changed there`,
  );
}
