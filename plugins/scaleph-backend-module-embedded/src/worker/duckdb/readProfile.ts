import { readFile } from 'node:fs/promises';

/** An operator of DuckDB's profile. @internal */
export interface ProfileOperator {
  operator_name?: string;
  operator_cardinality?: number;
  extra_info?: Record<string, string | string[]>;
  children: ProfileOperator[];
}

/** @internal */
export async function readProfile(path: string): Promise<ProfileOperator> {
  return JSON.parse(await readFile(path, 'utf8')) as ProfileOperator;
}

/**
 * Rows that passed the counter with that tag (see `countedSql`): what the UNNEST below the filter with the tag gave. The most
 * where there are several; undefined when the optimizer has removed it, since nothing can come of it.
 * @internal
 */
export function rowsOfCounter(
  profile: ProfileOperator,
  tag: string,
): number | undefined {
  return most(profile, operator =>
    text(operator, 'Expression').includes(tag) &&
    operator.children[0]?.operator_name?.trim() === 'UNNEST'
      ? operator.children[0].operator_cardinality
      : undefined,
  );
}

/** Rows that a scan of `files` gave; the most where they are scanned several times, undefined when they are not scanned. @internal */
export function rowsOfScan(
  profile: ProfileOperator,
  files: string[],
): number | undefined {
  const all = files.join(', ');
  return most(profile, operator => {
    // The profile names the first files only and ends then with dots.
    const names = text(operator, 'Filename(s)').replace(/(, )?\.\.\.$/, '');
    return names !== '' && (names === all || all.startsWith(`${names}, `))
      ? operator.operator_cardinality
      : undefined;
  });
}

function text(operator: ProfileOperator, name: string): string {
  const value = operator.extra_info?.[name];
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : value;
}

function most(
  operator: ProfileOperator,
  rows: (operator: ProfileOperator) => number | undefined,
): number | undefined {
  const found = [
    rows(operator),
    ...operator.children.map(child => most(child, rows)),
  ].filter(count => count !== undefined);
  return found.length > 0 ? Math.max(...found) : undefined;
}
