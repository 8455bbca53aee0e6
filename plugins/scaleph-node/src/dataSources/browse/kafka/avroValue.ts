/** A schema of Avro as it is written in JSON. @internal */
export type AvroSchema =
  | string
  | AvroSchema[]
  | {
      type: AvroSchema;
      name?: string;
      namespace?: string;
      logicalType?: string;
      scale?: number;
      size?: number;
      symbols?: string[];
      items?: AvroSchema;
      values?: AvroSchema;
      fields?: { name: string; type: AvroSchema }[];
    };

type Named = Exclude<AvroSchema, string | AvroSchema[]>;

const MOST_DEPTH = 64;
/** An array of nulls takes no bytes, however long it says it is. */
const MOST_ITEMS = 10_000;
/** Nor do records of records without fields, which may double with each level. */
const MOST_VALUES = 20_000;
const NO_AVRO = 'These bytes are no value of the schema';

/** The definitions within a schema, by full name. */
function namesOf(schema: AvroSchema): Map<string, Named> {
  const names = new Map<string, Named>();
  const look = (each: AvroSchema, namespace: string, depth: number): void => {
    if (depth > MOST_DEPTH) throw new Error('The schema is too deep');
    if (typeof each === 'string') return;
    if (Array.isArray(each)) {
      each.forEach(it => look(it, namespace, depth + 1));
      return;
    }
    const { name, items, values, fields, type } = each;
    const within = namespaceOf(each, namespace);
    if (name) names.set(fullName(name, within), each);
    const inner = [
      items,
      values,
      ...(fields ?? []).map(field => field.type),
      typeof type === 'object' ? type : undefined,
    ];
    for (const it of inner) if (it !== undefined) look(it, within, depth + 1);
  };
  look(schema, '', 0);
  return names;
}

function namespaceOf({ name, namespace }: Named, around: string): string {
  if (name?.includes('.')) return name.slice(0, name.lastIndexOf('.'));
  return namespace ?? around;
}

function fullName(name: string, namespace: string): string {
  return name.includes('.') || !namespace ? name : `${namespace}.${name}`;
}

class Reader {
  private at = 0;
  private items = 0;
  private values = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly names: Map<string, Named>,
  ) {}

  read(schema: AvroSchema, namespace: string, depth: number): unknown {
    if (depth > MOST_DEPTH) throw new Error('The value is too deep');
    if (++this.values > MOST_VALUES) throw new Error('The value is too long');
    if (Array.isArray(schema)) {
      const branch = schema[Number(this.long())];
      if (branch === undefined) throw new Error(NO_AVRO);
      return this.read(branch, namespace, depth + 1);
    }
    if (typeof schema === 'string') {
      const named =
        this.names.get(fullName(schema, namespace)) ?? this.names.get(schema);
      return named
        ? this.complex(named, namespace, depth)
        : this.primitive(schema);
    }
    return this.complex(schema, namespace, depth);
  }

  private complex(schema: Named, around: string, depth: number): unknown {
    const namespace = namespaceOf(schema, around);
    const next = (inner: AvroSchema) => this.read(inner, namespace, depth + 1);
    switch (schema.type) {
      case 'record':
      case 'error': {
        const fields = (schema.fields ?? []).map(
          ({ name, type }) => [name, next(type)] as const,
        );
        return Object.fromEntries(fields);
      }
      case 'enum':
        return schema.symbols?.[Number(this.long())] ?? fail();
      case 'fixed':
        return logical(this.take(schema.size ?? 0), schema);
      case 'array':
        return this.blocks(() => next(schema.items ?? fail()));
      case 'map':
        return Object.fromEntries(
          this.blocks(() => [
            String(this.primitive('string')),
            next(schema.values ?? fail()),
          ]) as [string, unknown][],
        );
      case 'bytes':
        return logical(this.take(Number(this.long())), schema);
      default:
        return logical(next(schema.type), schema);
    }
  }

  private primitive(type: string): unknown {
    switch (type) {
      case 'null':
        return null;
      case 'boolean':
        return this.take(1)[0] === 1;
      case 'int':
      case 'long':
        return fit(this.long());
      case 'float':
        return this.take(4).readFloatLE();
      case 'double':
        return this.take(8).readDoubleLE();
      case 'bytes':
        return toHex(this.take(Number(this.long())));
      case 'string':
        return this.take(Number(this.long())).toString('utf8');
      default:
        throw new Error(`The schema has an unknown type "${type}"`);
    }
  }

  private blocks(item: () => unknown): unknown[] {
    const all: unknown[] = [];
    for (let count = this.long(); count !== 0n; count = this.long()) {
      // The size of the block in bytes follows a negative count.
      if (count < 0n) this.long();
      const items = Number(count < 0n ? -count : count);
      this.items += items;
      if (this.items > MOST_ITEMS) throw new Error('The value is too long');
      for (let each = 0; each < items; each++) all.push(item());
    }
    return all;
  }

  private take(length: number): Buffer {
    const end = this.at + length;
    if (!(length >= 0 && end <= this.bytes.length)) throw new Error(NO_AVRO);
    const part = this.bytes.subarray(this.at, end);
    this.at = end;
    return part;
  }

  /** Zigzag, seven bits a byte. */
  private long(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const [byte] = this.take(1);
      value += BigInt(byte % 128) << shift;
      if (byte < 128) return value % 2n ? -(value + 1n) / 2n : value / 2n;
    }
    throw new Error(NO_AVRO);
  }
}

/**
 * A value in Avro's binary encoding, as JSON has it: numbers that a double does not hold exactly as text, bytes in hexadecimal, decimals, dates and
 * timestamps as text. Throws for bytes that are no value of the schema. https://avro.apache.org/docs/1.12.0/specification/#binary-encoding
 * @internal
 */
export function avroValue(bytes: Buffer, schema: AvroSchema): unknown {
  return new Reader(bytes, namesOf(schema)).read(schema, '', 0);
}

function fail(): never {
  throw new Error(NO_AVRO);
}

function fit(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** https://avro.apache.org/docs/1.12.0/specification/#logical-types */
function logical(value: unknown, { logicalType, scale = 0 }: Named): unknown {
  if (Buffer.isBuffer(value)) {
    return logicalType === 'decimal' ? decimal(value, scale) : toHex(value);
  }
  if (typeof value !== 'number') return value;
  switch (logicalType) {
    case 'date':
      return isoOf(value * 86_400_000)?.slice(0, 10) ?? value;
    case 'timestamp-millis':
      return isoOf(value) ?? value;
    case 'timestamp-micros':
      return isoOf(value / 1_000) ?? value;
    default:
      return value;
  }
}

function isoOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function toHex(bytes: Buffer): string {
  return `0x${bytes.toString('hex')}`;
}

function decimal(bytes: Buffer, scale: number): string {
  if (bytes.length === 0 || bytes.length > 64 || scale > 200) {
    return toHex(bytes);
  }
  const unsigned = BigInt(toHex(bytes));
  const value = BigInt.asIntN(bytes.length * 8, unsigned);
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = value < 0n ? '-' : '';
  return `${sign}${whole}${scale ? `.${digits.slice(-scale)}` : ''}`;
}
