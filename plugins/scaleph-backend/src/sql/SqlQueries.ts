import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  SqlQuery,
  SqlQueryInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toSearchText, whereContains } from '../database/searchText';
import { toTimestamp } from '../database/timestamps';
import { Transaction } from '../database/Transaction';
import { assertMatches, IfMatch, staleError, toEtag } from '../http/etag';

interface SqlQueryRow {
  id: string;
  title: string;
  sql: string;
  kind: SqlQuery['kind'] | null;
  place: string | null;
  environment: string | null;
  visibility: SqlQuery['visibility'];
  author: string;
  revision: number;
  created_at: string;
  updated_at: string;
  search_text: string;
}

/** More would not be looked through; search narrows. */
const LISTED = 500;

/** Saved queries: of their author, and shared ones. @internal */
export class SqlQueries {
  constructor(private readonly knex: Knex) {}

  /** Newest first. */
  async list(search: string | undefined, actor: string): Promise<SqlQuery[]> {
    const query = this.knex<SqlQueryRow>('sql_queries')
      .where(either =>
        either.where('author', actor).orWhere('visibility', 'shared'),
      )
      .orderBy('updated_at', 'desc')
      .limit(LISTED);
    if (search) whereContains(query, 'search_text', search);
    return (await query).map(toQuery);
  }

  async get(id: string, actor: string): Promise<SqlQuery> {
    return toQuery(await this.visible(id, actor));
  }

  async insert(
    tx: Transaction,
    input: SqlQueryInput,
    actor: string,
  ): Promise<SqlQuery> {
    const now = toTimestamp();
    const row: SqlQueryRow = {
      ...toColumns(input),
      id: randomUUID(),
      author: actor,
      revision: 1,
      created_at: now,
      updated_at: now,
    };
    await tx<SqlQueryRow>('sql_queries').insert(row);
    return toQuery(row);
  }

  async update(
    id: string,
    input: SqlQueryInput,
    ifMatch: IfMatch,
    actor: string,
  ): Promise<SqlQuery> {
    const row = await this.own(id, actor);
    const what = `Query "${row.title}"`;
    assertMatches(what, row, ifMatch);
    const next = {
      ...row,
      ...toColumns(input),
      updated_at: toTimestamp(),
      revision: row.revision + 1,
    };
    const changed = await this.knex<SqlQueryRow>('sql_queries')
      .where({ id, revision: row.revision })
      .update(next);
    if (changed === 0) throw staleError(what);
    return toQuery(next);
  }

  async delete(id: string, actor: string): Promise<void> {
    await this.own(id, actor);
    await this.knex<SqlQueryRow>('sql_queries').where({ id }).delete();
  }

  private async visible(id: string, actor: string): Promise<SqlQueryRow> {
    const row = await this.knex<SqlQueryRow>('sql_queries')
      .where({ id })
      .first();
    if (row && (row.author === actor || row.visibility === 'shared'))
      return row;
    throw new NotFoundError(`SQL query "${id}" does not exist`);
  }

  private async own(id: string, actor: string): Promise<SqlQueryRow> {
    const row = await this.visible(id, actor);
    if (row.author === actor) return row;
    throw new NotAllowedError(
      `Query "${row.title}" belongs to ${row.author}: save a copy of your own`,
    );
  }
}

function toColumns(input: SqlQueryInput) {
  const { title, sql, kind, place, environment, visibility } = input;
  return {
    title,
    sql,
    kind: kind ?? null,
    place: place ?? null,
    environment: environment ?? null,
    visibility: visibility ?? ('private' as const),
    search_text: toSearchText([title, sql]),
  };
}

function toQuery(row: SqlQueryRow): SqlQuery {
  const { kind, place, environment } = row;
  return {
    id: row.id,
    title: row.title,
    sql: row.sql,
    ...(kind !== null && { kind }),
    ...(place !== null && { place }),
    ...(environment !== null && { environment }),
    visibility: row.visibility,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    etag: toEtag(row),
  };
}
