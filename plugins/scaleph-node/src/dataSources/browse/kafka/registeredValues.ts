import { DataSourceConnection } from '../../DataSourceConnection';
import { schemaRegistryRequest } from '../../connect/schemaRegistryRequest';
import { AvroSchema, avroValue } from './avroValue';

/** Schemas that are looked up for one look at a topic. */
const MOST_SCHEMAS = 20;
/** Records are worth showing without. */
const TIMEOUT_MS = 3_000;

/** A schema of the registry. */
interface Registered {
  /** In the registry's words: AVRO, JSON, PROTOBUF; or why it is not known. */
  type: string;
  avro?: AvroSchema;
}

/** What a key or a value of a record is. @internal */
export interface RegisteredValue {
  /** JSON. */
  text?: string;
  /** E.g. `17 (AVRO)`. */
  schema?: string;
}

/**
 * Reads keys and values that begin with the number of a schema: a zero and four bytes
 * (https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format). Schemas are asked for once. Records are
 * shown as bytes where the registry does not answer, and why.
 * @internal
 */
export class RegisteredValues {
  private readonly schemas = new Map<number, Promise<Registered | undefined>>();

  constructor(
    private readonly connection: DataSourceConnection & { signal: AbortSignal },
  ) {}

  /** What is known of some bytes; nothing when they name no schema, or one that is not there. */
  async read(bytes: Buffer | null): Promise<RegisteredValue> {
    const { config } = this.connection;
    if (config.schemaRegistryUrl === undefined) return {};
    if (!bytes || bytes.length < 5 || bytes[0] !== 0) return {};
    const id = bytes.readInt32BE(1);
    const schema = await this.schema(id);
    if (!schema) return {};
    const said = `${id} (${schema.type})`;
    try {
      const rest = bytes.subarray(5);
      if (schema.avro !== undefined) {
        const value = avroValue(rest, schema.avro);
        return { text: JSON.stringify(value), schema: said };
      }
      return schema.type === 'JSON'
        ? { text: rest.toString('utf8'), schema: said }
        : { schema: said };
    } catch {
      // Bytes that are none of the schema are shown as bytes.
      return { schema: said };
    }
  }

  private schema(id: number): Promise<Registered | undefined> {
    const known = this.schemas.get(id);
    if (known) return known;
    if (id < 1 || this.schemas.size >= MOST_SCHEMAS) {
      return Promise.resolve(undefined);
    }
    const asked = this.ask(id);
    this.schemas.set(id, asked);
    return asked;
  }

  private async ask(id: number): Promise<Registered | undefined> {
    let answer: unknown;
    try {
      const path = `/schemas/ids/${id}`;
      answer = await schemaRegistryRequest(this.connection, path, TIMEOUT_MS);
    } catch (error) {
      this.connection.signal.throwIfAborted();
      if ((error as Error).name !== 'ConnectionError') throw error;
      return { type: (error as Error).message };
    }
    const { schema, schemaType = 'AVRO' } = (answer ?? {}) as {
      schema?: string;
      schemaType?: string;
    };
    if (typeof schema !== 'string') return undefined;
    const type = String(schemaType);
    if (type !== 'AVRO') return { type };
    try {
      return { type, avro: JSON.parse(schema) as AvroSchema };
    } catch {
      return { type };
    }
  }
}
