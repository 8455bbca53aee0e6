import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** The full ref of a Group or User. Throws InputError for what is none. @internal */
export function toOwnerRef(value: string): string {
  try {
    const ref = parseEntityRef(value, { defaultKind: 'group' });
    if (['group', 'user'].includes(ref.kind.toLowerCase())) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // What it says repeats the value; the error below says what to write.
  }
  throw new InputError(
    `The request is not valid: owner "${value}" is not the entity ref of a group or user, such as group:default/data`,
  );
}
