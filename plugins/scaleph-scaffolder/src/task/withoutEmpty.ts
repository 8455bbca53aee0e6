import { JsonObject, JsonValue } from '@backstage/types';

/**
 * The fields that hold something: a form leaves its empty fields as empty texts, and a template makes those of fields that are not
 * there.
 *
 * @internal
 */
export function withoutEmpty<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !isEmpty(value)),
  ) as T;
}

function isEmpty(value: JsonValue | JsonObject | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}
