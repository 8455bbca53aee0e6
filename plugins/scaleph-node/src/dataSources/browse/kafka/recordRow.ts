import { ReadRecord } from './readRecords';
import { RegisteredValue, RegisteredValues } from './registeredValues';

/** Bytes of a key, a value or a header that are looked at. */
const LONGEST = 16_000;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @internal */
export const RECORD_COLUMNS = [
  { name: 'partition', type: 'INT' },
  { name: 'offset', type: 'BIGINT' },
  { name: 'timestamp', type: 'TIMESTAMP' },
  { name: 'key', type: 'BYTES' },
  { name: 'value', type: 'BYTES' },
  { name: 'headers', type: 'MAP' },
];

/** Where a registry knows schemas of records, and which. @internal */
export const SCHEMA_COLUMN = { name: 'schema', type: 'TEXT' };

/** A record as a row: RECORD_COLUMNS, and the schemas of its key and its value. @internal */
export async function recordRow(
  { partition, message }: ReadRecord,
  registered: RegisteredValues,
): Promise<unknown[]> {
  const { offset, timestamp, headers = {} } = message;
  const [key, value] = [
    await registered.read(message.key),
    await registered.read(message.value),
  ];
  const shown = Object.entries(headers).map(([name, content]) => [
    name,
    Array.isArray(content)
      ? content.map(it => toText(Buffer.from(it)))
      : toText(content === undefined ? null : Buffer.from(content)),
  ]);
  return [
    partition,
    fit(offset),
    new Date(Number(timestamp)).toISOString(),
    key.text ?? toText(message.key),
    value.text ?? toText(message.value),
    JSON.stringify(Object.fromEntries(shown)),
    schemasOf(key, value),
  ];
}

function schemasOf(key: RegisteredValue, value: RegisteredValue) {
  const said = [
    key.schema && `key ${key.schema}`,
    value.schema && `value ${value.schema}`,
  ].filter(Boolean);
  return said.length ? said.join(', ') : null;
}

function fit(offset: string): number | string {
  const number = Number(offset);
  return Number.isSafeInteger(number) ? number : offset;
}

/** Text where it is some, else hexadecimal. */
function toText(bytes: Buffer | null): string | null {
  if (bytes === null) return null;
  const part = bytes.subarray(0, LONGEST);
  try {
    // What is cut within a character ends before it.
    return decoder.decode(part, { stream: part.length < bytes.length });
  } catch {
    return `0x${part.toString('hex')}`;
  } finally {
    // Forgets the part of a character that it waits for.
    if (part.length < bytes.length) reset();
  }
}

function reset() {
  try {
    decoder.decode();
  } catch {
    // There was such a part.
  }
}
