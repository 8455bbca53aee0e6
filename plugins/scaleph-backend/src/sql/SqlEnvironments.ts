import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  SqlEnvironment,
  SqlEnvironmentInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { assertMatches, IfMatch, staleError, toEtag } from '../http/etag';
import { PreconditionRequiredError } from '../http/httpErrors';
import { checkInitialSql } from './InitialSql';
import { textsOf } from './sqlRows';

/** @internal */
export interface SqlEnvironmentRow {
  id: string;
  name: string;
  title: string | null;
  owner: string;
  initial_sql: string;
  variables: string;
  revision: number;
  updated_at: string;
  updated_by: string;
}

/** Shared initial SQL and variables. Knows no permissions. @internal */
export class SqlEnvironments {
  constructor(private readonly knex: Knex) {}

  /** By name. */
  async list(): Promise<SqlEnvironment[]> {
    const rows = await this.rows();
    return rows.sort((a, b) => (a.name < b.name ? -1 : 1)).map(toEnvironment);
  }

  /** Throws InputError when there is none of that name. */
  async require(name: string): Promise<SqlEnvironmentRow> {
    const row = await this.rows().where({ name }).first();
    if (row) return row;
    throw new InputError(`SQL environment "${name}" does not exist`);
  }

  async put(
    name: string,
    input: SqlEnvironmentInput,
    ifMatch: IfMatch | undefined,
    actor: string,
  ): Promise<SqlEnvironment> {
    checkInitialSql(input.initialSql);
    const fields = {
      name,
      title: input.title ?? null,
      owner: toOwner(input.owner),
      initial_sql: input.initialSql,
      variables: JSON.stringify(input.variables),
      updated_at: toTimestamp(),
      updated_by: actor,
    };
    const what = `SQL environment "${name}"`;
    const found = await this.rows().where({ name }).first();
    if (!found) {
      if (ifMatch && ifMatch !== 'any') throw staleError(what);
      return this.insert({ ...fields, id: randomUUID(), revision: 1 });
    }
    if (!ifMatch) {
      throw new PreconditionRequiredError(
        `${what} exists: to replace it, send the header If-Match with the ETag last read`,
      );
    }
    assertMatches(what, found, ifMatch);
    const { id, revision } = found;
    const changed = await this.rows()
      .where({ id, revision })
      .update({ ...fields, revision: revision + 1 });
    if (changed === 0) throw staleError(what);
    return toEnvironment({ ...found, ...fields, revision: revision + 1 });
  }

  async delete(name: string): Promise<void> {
    const deleted = await this.rows().where({ name }).delete();
    if (deleted > 0) return;
    throw new NotFoundError(`SQL environment "${name}" does not exist`);
  }

  private async insert(row: SqlEnvironmentRow): Promise<SqlEnvironment> {
    const inserted = await this.rows()
      .insert(row)
      .onConflict('name')
      .ignore()
      .returning('id');
    if (inserted.length) return toEnvironment(row);
    throw new ConflictError(
      `SQL environment "${row.name}" was made by someone else just now`,
    );
  }

  private rows() {
    return this.knex<SqlEnvironmentRow>('sql_environments');
  }
}

function toOwner(owner: string): string {
  try {
    const ref = parseEntityRef(owner, { defaultKind: 'group' });
    if (['group', 'user'].includes(ref.kind.toLowerCase())) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // What it says repeats the value; below stands what to write.
  }
  throw new InputError(
    `owner "${owner}" is not the entity ref of a group or user, such as group:default/data`,
  );
}

function toEnvironment(row: SqlEnvironmentRow): SqlEnvironment {
  return {
    name: row.name,
    ...(row.title !== null && { title: row.title }),
    owner: row.owner,
    initialSql: row.initial_sql,
    variables: textsOf(row.variables),
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    etag: toEtag(row),
  };
}
