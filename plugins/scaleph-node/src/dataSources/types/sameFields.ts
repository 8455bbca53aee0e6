import { JsonObject } from '@backstage/types';

/** Whether the configurations say the same in all of these fields. @internal */
export function sameFields(
  before: JsonObject,
  after: JsonObject,
  names: string[],
): boolean {
  return names.every(
    name => JSON.stringify(before[name]) === JSON.stringify(after[name]),
  );
}
