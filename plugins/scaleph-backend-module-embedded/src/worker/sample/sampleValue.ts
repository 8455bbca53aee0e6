import { DuckDBBlobValue, DuckDBValue } from '@duckdb/node-api';

/** Characters of a text; a cell is looked at, not copied out whole. */
const LONGEST = 1_000;

/** Bytes of a binary value. */
const LONGEST_BLOB = 64;

/** A value as the answer holds it: null, boolean, number where a double holds it exactly, and text. @internal */
export function sampleValue(
  value: DuckDBValue,
): string | number | boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : String(value);
  }
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof DuckDBBlobValue) return hex(value.bytes);
  return cut(typeof value === 'string' ? value : String(value));
}

function hex(bytes: Uint8Array): string {
  const shown = Buffer.from(bytes.subarray(0, LONGEST_BLOB)).toString('hex');
  return `0x${shown}${bytes.length > LONGEST_BLOB ? '…' : ''}`;
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
