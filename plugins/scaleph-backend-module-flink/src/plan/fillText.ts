import { InputError } from '@backstage/errors';
import {
  applyPlaceholders,
  PlaceholderSyntax,
  PlaceholderValues,
} from '@scaleph/backstage-plugin-scaleph-common';

/** A text with its placeholders filled in. Throws InputError, with no value in it, when one cannot be. @internal */
export function fillText(
  label: string,
  text: string,
  syntax: PlaceholderSyntax,
  values: PlaceholderValues,
): string {
  const filled = applyPlaceholders(text, syntax, values);
  if (filled.problems.length === 0) return filled.text;
  const [{ placeholder, message, fix }] = filled.problems;
  const line = text.slice(0, placeholder.start).split('\n').length;
  const where = syntax === 'text' ? label : `${label}, line ${line}`;
  throw new InputError(`${where}: ${message}${fix ? `. ${fix}` : ''}`);
}
