import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { Document, MongoClient } from 'mongodb';
import { loadMongodb } from '../connect/drivers';
import { withMongodb } from '../connect/withMongodb';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { limitObjects } from './limitObjects';
import { SAMPLE_BYTES } from './sampleColumns';
import { unknownObject } from './unknownObject';

const SERVER_LIMIT_MS = 10_000;
/** Documents that the fields of a collection are read off. */
const LOOKED_AT = 50;

/** Databases, collections and the fields that their first documents have. @internal */
export const mongodbBrowser: DataSourceBrowser = {
  levels: ['schema', 'collection', 'field'],
  async objects(connection, request) {
    const { path, signal } = request;
    const own = String(connection.config.database);
    const items = await withMongodb({ ...connection, signal }, client => {
      switch (path.length) {
        case 0:
          return databases(client, own);
        case 1:
          return collections(client, path[0]);
        case 2:
          return fields(client, path);
        default:
          throw unknownObject(path);
      }
    });
    return limitObjects({ items, truncated: false }, request);
  },
  async rows(connection, { path, limit, signal }) {
    if (path.length !== 2) throw unknownObject(path);
    const { found, isFull } = await withMongodb(
      { ...connection, signal },
      client => first(client, path, limit + 1),
    );
    const shown = found.slice(0, limit);
    const names = [...new Set(shown.flatMap(it => Object.keys(it)))];
    return {
      columns: names.map(name => ({ name, type: typeOf(shown, name) })),
      rows: shown.map(it => names.map(name => toValue(it[name]))),
      truncated: isFull || found.length > limit,
      ...(isFull && { cut: { columns: [], bytes: SAMPLE_BYTES } }),
    };
  },
};

/** A user may often not list them, and then knows its own. */
async function databases(
  client: MongoClient,
  own: string,
): Promise<DataSourceObject[]> {
  const { databases: found } = await client
    .db('admin')
    .command({ listDatabases: 1, nameOnly: true, authorizedDatabases: true })
    .catch(error => {
      if (error.code === 13) return { databases: [] };
      throw error;
    });
  const names = new Set<string>([
    ...found.map((it: { name: string }) => it.name),
    own,
  ]);
  return [...names].sort().map(name => ({
    kind: 'schema',
    name,
    hasChildren: true,
    ...(name === own && { current: true }),
  }));
}

async function collections(
  client: MongoClient,
  database: string,
): Promise<DataSourceObject[]> {
  requireName(database, [database]);
  const found = await client
    .db(database)
    .listCollections({}, { nameOnly: true })
    .toArray();
  return found
    .map(
      (it): DataSourceObject => ({
        kind: it.type === 'view' ? 'view' : 'collection',
        name: it.name,
        hasChildren: true,
        hasRows: true,
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function fields(
  client: MongoClient,
  path: readonly string[],
): Promise<DataSourceObject[]> {
  const { found } = await first(client, path, LOOKED_AT);
  const names = [...new Set(found.flatMap(it => Object.keys(it)))];
  return names.map(name => ({
    kind: 'field',
    name,
    type: typeOf(found, name),
    nullable: found.some(it => it[name] === undefined || it[name] === null),
    hasChildren: false,
    ...(name === '_id' && { key: true }),
  }));
}

/** A document has 16 MiB at most, and so has a batch; no more of them are read once there is enough. */
async function first(
  client: MongoClient,
  path: readonly string[],
  limit: number,
): Promise<{ found: Document[]; isFull: boolean }> {
  const [database, collection] = path;
  requireName(database, path);
  const known = await client
    .db(database)
    .listCollections({ name: collection }, { nameOnly: true })
    .toArray();
  if (known.length === 0) throw unknownObject(path);
  const { BSON } = loadMongodb();
  const documents = client
    .db(database)
    .collection(collection)
    // Documents stay as they came until each is looked at.
    .find(
      {},
      { limit, batchSize: limit, maxTimeMS: SERVER_LIMIT_MS, raw: true },
    );
  const found: Document[] = [];
  let bytes = 0;
  for await (const document of documents) {
    const raw = document as unknown as Uint8Array;
    bytes += raw.byteLength;
    if (bytes > SAMPLE_BYTES && found.length) return { found, isFull: true };
    found.push(BSON.deserialize(raw, { promoteLongs: false }));
  }
  return { found, isFull: false };
}

/** The driver refuses these with words of its own. */
function requireName(database: string, path: readonly string[]) {
  if (database === '' || /[\s./\\$"*<>:|?]/.test(database))
    throw unknownObject(path);
}

/** Of the first value that is some, in MongoDB's words. */
function typeOf(documents: Document[], name: string): string {
  const value = documents
    .map(it => it[name])
    .find(it => it !== undefined && it !== null);
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'object') {
    const { _bsontype: bson } = value as { _bsontype?: string };
    return bson ? `${bson[0].toLowerCase()}${bson.slice(1)}` : 'object';
  }
  return typeof value === 'number' ? 'number' : typeof value;
}

/** As MongoDB's relaxed Extended JSON writes it, ids and dates plain. */
function toValue(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return value;
  const { BSON } = loadMongodb();
  const { _bsontype: type } = value as { _bsontype?: string };
  if (type === 'Long') {
    const number = Number(String(value));
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (type === 'ObjectId' || type === 'Decimal128') return String(value);
  return BSON.EJSON.stringify(value, { relaxed: true });
}
