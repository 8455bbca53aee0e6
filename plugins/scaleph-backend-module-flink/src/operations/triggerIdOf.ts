import { InputError } from '@backstage/errors';

/** Flink's id of an operation: the 32 hexadecimal digits of its UUID. Throws InputError for what is none. @internal */
export function triggerIdOf(operationId: string): string {
  const digits = operationId.replace(/-/g, '').toLowerCase();
  if (/^[0-9a-f]{32}$/.test(digits)) return digits;
  throw new InputError(
    `"${operationId}" is no id of an operation: give a UUID`,
  );
}
