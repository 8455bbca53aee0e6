import { Placeholder, PlaceholderRef } from './findPlaceholders';
import { placeText } from './placeText';
import { placeInSql } from './placeInSql';
import { placeInYaml } from './placeInYaml';

/** What stands in the place of a secret in a preview. @public */
export const SECRET_MASK = '******';

/** Where placeholders take their values from. @public */
export interface PlaceholderValues {
  parameters: Record<string, string>;
  /** The fields of a data source, e.g. `url` and `password`; undefined when there is no such data source. */
  dataSource: (name: string) => Record<string, string> | undefined;
}

/** What kind of text the placeholders are in, which decides how a value is written there. @public */
export type PlaceholderSyntax = 'sql' | 'yaml' | 'text';

/** Something that could not be put in; offsets in the text as it was given. @public */
export interface PlaceholderProblem {
  code:
    | 'undeclared-parameter'
    | 'unknown-data-source'
    | 'unknown-field'
    | 'unsafe-placeholder';
  placeholder: Placeholder;
  message: string;
  fix?: string;
}

/** What a placeholder is replaced by, or why by nothing. @internal */
export type Resolved =
  | { value: string }
  | Pick<PlaceholderProblem, 'code' | 'message' | 'fix'>;

/**
 * Puts values in the place of `${name}` and `${data-source.NAME.FIELD}`, so that no value can become more than a value:
 * - `sql` (Flink's): escaped inside a literal in single quotes, and elsewhere only an identifier or a number; comments are left alone;
 * - `yaml`: the whole scalar becomes a quoted one; comments are left alone;
 * - `text`: as it is.
 *
 * A value that was put in is not looked at again, `$${` stands for `${`. The text is complete only when there are no problems.
 * @public
 */
export function applyPlaceholders(
  text: string,
  syntax: PlaceholderSyntax,
  values: PlaceholderValues,
): { text: string; problems: PlaceholderProblem[] } {
  return replacePlaceholders(text, syntax, ref => lookUp(ref, values));
}

/** The same with a function that finds the values. @internal */
export function replacePlaceholders(
  text: string,
  syntax: PlaceholderSyntax,
  resolve: (ref: PlaceholderRef) => Resolved,
): { text: string; problems: PlaceholderProblem[] } {
  const problems: PlaceholderProblem[] = [];
  const refuse = (problem: PlaceholderProblem) => void problems.push(problem);
  const valueOf = (placeholder: Placeholder): string | undefined => {
    const { ref } = placeholder;
    if (!ref) return placeholder.text.slice(1);
    const found = resolve(ref);
    if ('value' in found) return found.value;
    refuse({ placeholder, ...found });
    return undefined;
  };
  const place = { sql: placeInSql, yaml: placeInYaml, text: placeText }[syntax];
  return { text: place(text, valueOf, refuse), problems };
}

function lookUp(
  ref: PlaceholderRef,
  { parameters, dataSource }: PlaceholderValues,
): Resolved {
  if (ref.kind === 'parameter') {
    const { name } = ref;
    if (Object.hasOwn(parameters, name)) return { value: parameters[name] };
    return {
      code: 'undeclared-parameter',
      message: `parameter "${name}" has no value, or is not declared in spec.parameters`,
      fix: `Declare it, or write $\${${name}} when the text itself is meant.`,
    };
  }
  const fields = dataSource(ref.dataSource);
  if (!fields) {
    return {
      code: 'unknown-data-source',
      message: `data source "${ref.dataSource}" does not exist, or you may not use it`,
      fix: 'Create it, or name another one.',
    };
  }
  if (Object.hasOwn(fields, ref.field)) return { value: fields[ref.field] };
  const names = Object.keys(fields).sort().join(', ');
  return {
    code: 'unknown-field',
    message: `data source "${ref.dataSource}" has no field "${ref.field}"`,
    fix: `It has ${names || 'none'}.`,
  };
}
