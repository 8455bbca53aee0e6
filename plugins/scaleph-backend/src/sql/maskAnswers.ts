import { SqlSessionPage } from '@scaleph/backstage-plugin-scaleph-node';
import { statementKind } from '@scaleph/backstage-plugin-scaleph-common';
import { maskConfiguration } from '../targets/maskConfiguration';

/** `'key' = 'value'`, as SHOW CREATE writes options. */
const OPTION = /'((?:[^']|'')+)'(\s*=\s*)'((?:[^']|'')*)'/g;
const TELLING = ['set', 'show', 'describe', 'explain'];

/**
 * What Flink tells of its configuration and of catalogs that others have made
 * holds their passwords: SET without a key, SHOW CREATE, DESCRIBE CATALOG.
 *
 * @internal
 */
export function maskAnswers(
  statement: string,
  page: SqlSessionPage,
): SqlSessionPage {
  if (!TELLING.includes(statementKind(statement, 'flink'))) return page;
  return { ...page, rows: page.rows.map(maskRow) };
}

/** Settings of a session without what looks like a secret. @internal */
export function maskSettings(
  settings: Record<string, string>,
): Record<string, string> {
  const items = Object.entries(settings).map(([key, value]) => ({
    key,
    value,
  }));
  return Object.fromEntries(
    maskConfiguration(items).map(({ key, value }) => [key, value]),
  );
}

function maskRow(row: unknown[]): unknown[] {
  const [key, value] = row;
  if (
    row.length === 2 &&
    typeof key === 'string' &&
    typeof value === 'string'
  ) {
    const [masked] = maskConfiguration([{ key, value: maskOptions(value) }]);
    return [key, masked.value];
  }
  return row.map(it => (typeof it === 'string' ? maskOptions(it) : it));
}

function maskOptions(text: string): string {
  return text.replace(
    OPTION,
    (_, key: string, equals: string, value: string) => {
      const [masked] = maskConfiguration([{ key, value }]);
      return `'${key}'${equals}'${masked.value}'`;
    },
  );
}
