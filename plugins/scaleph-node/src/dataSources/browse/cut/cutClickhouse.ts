import { ColumnCutter, fits } from './CutColumn';

const WRAPPED = /^(?:LowCardinality|Nullable)\((.*)\)$/;
const SMALL =
  /^(?:U?Int|B?Float|Decimal|Date|Time|Bool|UUID|Enum|IPv|Interval)/;
/** The state of an aggregation has no text. */
const OPAQUE = /^(?:AggregateFunction|Nothing)/;

/** By bytes, which is what old servers know as well. @internal */
export const cutClickhouse: ColumnCutter = (column, type, characters) => {
  let plain = type;
  for (let inner = WRAPPED.exec(plain); inner; inner = WRAPPED.exec(plain)) {
    plain = inner[1];
  }
  if (SMALL.test(plain) || OPAQUE.test(plain)) return { sql: column };
  if (plain.startsWith('FixedString') && fits(plain, characters)) {
    return { sql: column };
  }
  const isText = plain === 'String' || plain.startsWith('FixedString');
  const text = isText ? column : `toString(${column})`;
  return {
    sql: `substring(${text}, 1, ${characters})`,
    at: { bytes: characters },
  };
};
