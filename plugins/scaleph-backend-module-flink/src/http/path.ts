import { InputError } from '@backstage/errors';

/**
 * A path whose values are single segments: path`/jobs/${id}`. Throws InputError for a value that would leave its place.
 * @internal
 */
export function path(
  parts: TemplateStringsArray,
  ...values: readonly string[]
): string {
  return parts.reduce(
    (text, part, at) => `${text}${segment(values[at - 1])}${part}`,
  );
}

function segment(value: string): string {
  if (value === '' || value === '.' || value === '..') {
    throw new InputError(`"${value}" cannot be a part of a path`);
  }
  return encodeURIComponent(value);
}
