import { FlinkUnavailableError } from '../http/FlinkUnavailableError';

/**
 * Reads the fields of an answer. Lenient: fields that are not asked for do not matter, `null` is as good as absent, and Flink's
 * `"NaN"` is no number. A required field that is missing or of another type throws FlinkUnavailableError (`bad-answer`), which names it.
 * @internal
 */
export class JsonReader {
  private constructor(
    private readonly value: Readonly<Record<string, unknown>>,
    private readonly what: string,
    private readonly at: string,
  ) {}

  /** @param what - who was asked what, e.g. `Flink at cluster:8081: GET /overview` */
  static of(value: unknown, what: string): JsonReader {
    return new JsonReader(toObject(value, what, ''), what, '');
  }

  /** The answer is a list of objects. */
  static list<T>(
    value: unknown,
    what: string,
    read: (item: JsonReader) => T,
  ): T[] {
    return toList(value, what, '').map((item, index) => {
      const at = `[${index}]`;
      return read(new JsonReader(toObject(item, what, at), what, `${at}.`));
    });
  }

  string(field: string): string {
    return this.optionalString(field) ?? this.fail(field, 'a text');
  }

  optionalString(field: string): string | undefined {
    const value = this.value[field];
    return typeof value === 'string' ? value : undefined;
  }

  number(field: string): number {
    return this.optionalNumber(field) ?? this.fail(field, 'a number');
  }

  optionalNumber(field: string): number | undefined {
    const value = this.value[field];
    return typeof value === 'number' && Number.isFinite(value)
      ? value
      : undefined;
  }

  optionalBoolean(field: string): boolean | undefined {
    const value = this.value[field];
    return typeof value === 'boolean' ? value : undefined;
  }

  object(field: string): JsonReader {
    return this.optionalObject(field) ?? this.fail(field, 'an object');
  }

  optionalObject(field: string): JsonReader | undefined {
    const value = this.value[field];
    return isObject(value) ? this.child(value, field) : undefined;
  }

  list<T>(field: string, read: (item: JsonReader) => T): T[] {
    const at = `${this.at}${field}`;
    return toList(this.value[field], this.what, at).map((item, index) => {
      const name = `${at}[${index}]`;
      const object = toObject(item, this.what, name);
      return read(new JsonReader(object, this.what, `${name}.`));
    });
  }

  /** An empty list when the field is missing. */
  optionalList<T>(field: string, read: (item: JsonReader) => T): T[] {
    return Array.isArray(this.value[field]) ? this.list(field, read) : [];
  }

  /** The texts of a list; an empty one when the field is missing. */
  strings(field: string): string[] {
    const value = this.value[field];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** The fields that are numbers. */
  numbers(): Record<string, number> {
    const entries = Object.entries(this.value).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    );
    return Object.fromEntries(entries);
  }

  /** All fields as texts; objects and lists as JSON. */
  texts(): Record<string, string> {
    const entries = Object.entries(this.value).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value) ?? '',
    ]);
    return Object.fromEntries(entries);
  }

  /** The fields that are objects. */
  objects(): [string, JsonReader][] {
    return Object.entries(this.value).flatMap(([name, value]) =>
      isObject(value)
        ? [[name, this.child(value, name)] as [string, JsonReader]]
        : [],
    );
  }

  /** As it came. */
  raw(field: string): unknown {
    return this.value[field];
  }

  private child(value: Record<string, unknown>, field: string): JsonReader {
    return new JsonReader(value, this.what, `${this.at}${field}.`);
  }

  private fail(field: string, wanted: string): never {
    throw badAnswer(this.what, `${this.at}${field}`, wanted);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toObject(
  value: unknown,
  what: string,
  at: string,
): Record<string, unknown> {
  if (isObject(value)) return value;
  throw badAnswer(what, at, 'an object');
}

function toList(value: unknown, what: string, at: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw badAnswer(what, at, 'a list');
}

function badAnswer(what: string, at: string, wanted: string) {
  const place = at === '' ? 'the answer' : `"${at}" of the answer`;
  return new FlinkUnavailableError(
    'bad-answer',
    `${what}: ${place} is not ${wanted}`,
  );
}
