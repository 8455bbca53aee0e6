import { SqlSessionPage } from '@scaleph/backstage-plugin-scaleph-node';
import { SqlPage as GatewayPage, SqlRow } from '../gateway/GatewayTypes';
import { typeName } from './typeName';

const LETTERS = {
  INSERT: 'I',
  UPDATE_AFTER: 'U',
  UPDATE_BEFORE: 'B',
  DELETE: 'D',
};
const NESTED = /^(?:ROW|STRUCTURED_TYPE|ARRAY|MAP|MULTISET|RAW|VARIANT)$/;

/**
 * Rows `from` to `to` of a part of a result, as our API gives them. Values of
 * the gateway are JSON already: bytes are base64, times ISO 8601, rows, maps
 * and arrays become the text of their JSON.
 *
 * @internal
 */
export function toSqlPage(
  page: GatewayPage,
  from: number,
  to: number,
): Pick<SqlSessionPage, 'columns' | 'rows' | 'kinds' | 'resultKind' | 'jobId'> {
  const { columns, jobId, isQuery } = page;
  if (!isQuery && (jobId !== undefined || page.resultKind === 'SUCCESS')) {
    return { rows: [], resultKind: 'none', ...(jobId && { jobId }) };
  }
  const taken =
    from === 0 && to >= page.rows.length
      ? page.rows
      : page.rows.slice(from, to);
  const kinds = kindsOf(taken);
  return {
    columns: columns.map(({ name, logicalType }) => ({
      name,
      type: typeName(logicalType),
      ...(logicalType.nullable === false && { nullable: false }),
    })),
    rows: toRows(
      taken,
      columns.flatMap(({ logicalType }, at) =>
        NESTED.test(logicalType.type) ? [at] : [],
      ),
    ),
    ...(kinds && { kinds }),
    resultKind: kinds ? 'changelog' : 'rows',
    ...(jobId && { jobId }),
  };
}

function toRows(rows: SqlRow[], nested: number[]): unknown[][] {
  // The page is ours: its rows are taken over and not copied.
  return rows.map(({ fields }) => {
    for (const at of nested) {
      const value = fields[at];
      if (typeof value === 'object' && value !== null) {
        fields[at] = JSON.stringify(value);
      }
    }
    return fields;
  });
}

function kindsOf(rows: SqlRow[]): string | undefined {
  if (rows.every(({ kind }) => kind === 'INSERT')) return undefined;
  return rows.map(({ kind }) => LETTERS[kind]).join('');
}
