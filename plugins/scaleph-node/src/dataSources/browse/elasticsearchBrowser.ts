import {
  DataSourceObject,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ANSWER_BYTES } from '../connect/checkedRequest';
import { ConnectionError } from '../connect/ConnectionError';
import { elasticsearchRequest } from '../connect/elasticsearchRequest';
import { BrowseRowsRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { limitObjects } from './limitObjects';
import { unknownObject } from './unknownObject';

const TOO_LARGE: SampleRows = {
  columns: [],
  rows: [],
  truncated: true,
  cut: { columns: [], bytes: ANSWER_BYTES },
  reason: `The first document is longer than ${ANSWER_BYTES} bytes, which is more than is looked at`,
};

/** Indices and the fields of their mappings. @internal */
export const elasticsearchBrowser: DataSourceBrowser = {
  levels: ['index', 'field'],
  async objects(connection, request) {
    const { path, signal } = request;
    const ask = (url: string) =>
      elasticsearchRequest(connection, { path: url, signal });
    if (path.length > 1) throw unknownObject(path);
    if (path.length === 0) {
      const indices = (await ask(
        '/_cat/indices?format=json&bytes=b&h=index,docs.count,store.size&s=index&expand_wildcards=open',
      )) as Record<string, string | null>[];
      const items = indices.map(toIndex);
      return limitObjects({ items, truncated: false }, request);
    }
    const mappings = (await ask(`/${indexName(path)}/_mapping`)) as
      | Record<string, { mappings?: { properties?: Properties } }>
      | undefined;
    const [mapping] = Object.values(mappings ?? {});
    if (!mapping) throw unknownObject(path);
    const items = toFields(mapping.mappings?.properties ?? {}, '');
    return limitObjects({ items, truncated: false }, request);
  },
  async rows(connection, { path, limit, signal }) {
    if (path.length !== 1) throw unknownObject(path);
    const hits = await firstHits(connection, { path, limit, signal });
    if (!hits) return TOO_LARGE;
    const shown = hits.slice(0, limit);
    const names = [
      ...new Set(shown.flatMap(({ _source = {} }) => Object.keys(_source))),
    ];
    return {
      columns: ['_id', ...names].map(name => ({ name, type: 'json' })),
      rows: shown.map(({ _id, _source = {} }) => [
        _id,
        ...names.map(name => _source[name] ?? null),
      ]),
      truncated: hits.length > shown.length || hits.isCut,
      ...(hits.isCut && { cut: { columns: [], bytes: ANSWER_BYTES } }),
    };
  },
};

/** A search sends whole documents: of large ones, fewer are asked for. Undefined when even one is too long. */
async function firstHits(
  connection: DataSourceConnection,
  { path, limit, signal }: BrowseRowsRequest,
): Promise<(Hit[] & { isCut: boolean }) | undefined> {
  for (let size = limit + 1; size >= 1; size = Math.floor(size / 6)) {
    try {
      const answer = (await elasticsearchRequest(connection, {
        path: `/${indexName(path)}/_search`,
        body: { size, timeout: '10s', query: { match_all: {} } },
        signal,
      })) as { hits?: { hits?: Hit[] } } | undefined;
      if (!answer) throw unknownObject(path);
      const hits = answer.hits?.hits ?? [];
      return Object.assign(hits, { isCut: size <= limit });
    } catch (error) {
      if ((error as ConnectionError).failure !== 'too-large') throw error;
    }
  }
  return undefined;
}

interface Hit {
  _id: string;
  _source?: Record<string, unknown>;
}

type Properties = Record<string, { type?: string; properties?: Properties }>;

/** One index: wildcards, commas and `_all` would name others. */
function indexName(path: readonly string[]): string {
  const [name] = path;
  if (
    /[*?,<>|"\\/\s]/.test(name) ||
    /^[-_+]/.test(name) ||
    name === '..' ||
    name === '.'
  ) {
    throw unknownObject(path);
  }
  return encodeURIComponent(name);
}

function toIndex(index: Record<string, string | null>): DataSourceObject {
  const count = index['docs.count'];
  const size = index['store.size'];
  return {
    kind: 'index',
    name: String(index.index),
    hasChildren: true,
    hasRows: true,
    ...(count && { rows: Number(count) }),
    ...(size && { bytes: Number(size) }),
  };
}

/** Fields within objects by their whole names. */
function toFields(properties: Properties, prefix: string): DataSourceObject[] {
  return Object.entries(properties).flatMap(
    ([name, { type, properties: inner }]) => {
      const whole = `${prefix}${name}`;
      return inner
        ? toFields(inner, `${whole}.`)
        : [
            {
              kind: 'field' as const,
              name: whole,
              type: type ?? 'object',
              hasChildren: false,
            },
          ];
    },
  );
}
