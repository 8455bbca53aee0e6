/** What the driver says of a column; its own type is not exported. @internal */
export interface SqlserverColumn {
  colName: string;
  type: { name: string };
  /** Bit 0: may be NULL. */
  flags: number;
  dataLength?: number;
  precision?: number;
  scale?: number;
}

/** By the driver's name; those of the protocol that allow NULL have another one. */
const NAMES: Record<string, string> = {
  IntN: 'int',
  BitN: 'bit',
  FloatN: 'float',
  MoneyN: 'money',
  DateTimeN: 'datetime',
  DecimalN: 'decimal',
  NumericN: 'numeric',
};
const SIZES_OF_INT: Record<number, string> = {
  1: 'tinyint',
  2: 'smallint',
  4: 'int',
  8: 'bigint',
};

/** Type of a column in T-SQL's words. @internal */
export function sqlserverType({
  type,
  dataLength,
  precision,
  scale,
}: SqlserverColumn): string {
  if (type.name === 'IntN') return SIZES_OF_INT[dataLength ?? 4] ?? 'int';
  const name = NAMES[type.name] ?? type.name.toLowerCase();
  if (/^(?:decimal|numeric)$/.test(name)) {
    return `${name}(${precision},${scale})`;
  }
  if (/^n(?:var)?char$/.test(name)) return sized(name, dataLength, 2);
  if (/^(?:var)?(?:char|binary)$/.test(name)) return sized(name, dataLength, 1);
  return name;
}

function sized(name: string, bytes: number | undefined, unit: number) {
  if (bytes === undefined) return name;
  return bytes === 65535 ? `${name}(max)` : `${name}(${bytes / unit})`;
}

/** A value as JSON has it. The driver makes numbers of DECIMAL and MONEY: more than 15 digits are not exact. @internal */
export function sqlserverValue(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return `0x${value.toString('hex')}`;
  if (value instanceof Date) return toTime(value, type);
  if (typeof value === 'bigint') return fitBigint(String(value));
  if (typeof value === 'string') {
    // BIGINT arrives as text.
    return /^(?:IntN|BigInt)$/.test(type) ? fitBigint(value) : value;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : String(value);
  }
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function fitBigint(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

function toTime(value: Date, type: string): string {
  const text = value.toISOString();
  const { nanosecondsDelta = 0 } = value as { nanosecondsDelta?: number };
  // The driver keeps what is below a millisecond, in seconds, beside the date.
  const below = String(Math.round(nanosecondsDelta * 1e7)).padStart(4, '0');
  const fraction = nanosecondsDelta
    ? `${text.slice(20, 23)}${below}`
    : text.slice(20, 23);
  const time = `${text.slice(11, 19)}.${fraction}`;
  switch (type) {
    case 'Date':
      return text.slice(0, 10);
    case 'Time':
      return time;
    case 'DateTimeOffset':
      return `${text.slice(0, 10)} ${time} +00:00`;
    default:
      return `${text.slice(0, 10)} ${time}`;
  }
}
