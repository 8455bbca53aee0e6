import { Knex } from 'knex';
import { orderByKeyset } from '../database/keyset';
import { whereContains } from '../database/searchText';
import { toTimestamp } from '../database/timestamps';
import { Queryable } from '../database/Transaction';
import { cutPage, decodeCursor } from '../http/cursor';
import {
  applyOwnershipFilter,
  OwnershipFilter,
} from '../permissions/ownershipFilter';
import { ArtifactRow } from './artifactRows';
import {
  ArtifactQuery,
  ArtifactRowPage,
  ArtifactStore,
  CHUNK_BYTES,
} from './ArtifactStore';

const SCOPE = 'artifacts:name';

/** @internal */
export class DatabaseArtifactStore implements ArtifactStore {
  constructor(private readonly knex: Knex) {}

  async list(
    query: ArtifactQuery,
    visible: OwnershipFilter,
  ): Promise<ArtifactRowPage> {
    const matching = () => {
      const rows = this.knex('artifacts');
      if (query.search) {
        whereContains(rows, 'artifacts.search_text', query.search);
      }
      applyOwnershipFilter(rows, visible, 'artifacts.owner');
      return rows;
    };
    const page = orderByKeyset(
      matching().select('artifacts.*'),
      { column: 'artifacts.name', idColumn: 'artifacts.id', descending: false },
      query.cursor ? decodeCursor(SCOPE, query.cursor) : undefined,
    ).limit(query.limit + 1);
    const [found, [{ total }]] = await Promise.all([
      page as Promise<ArtifactRow[]>,
      matching().count({ total: '*' }) as Promise<
        Array<{ total: number | string }>
      >,
    ]);
    const { rows: items, ...next } = cutPage(found, {
      limit: query.limit,
      scope: SCOPE,
      keysetOf: row => ({ value: row.name, id: row.id }),
    });
    return { items, totalItems: Number(total), ...next };
  }

  async find(name: string) {
    return artifacts(this.knex).where({ name }).first();
  }

  async findAll(names: string[]) {
    return artifacts(this.knex).whereIn('name', names);
  }

  async begin(id: string) {
    await uploads(this.knex).insert({ id, touched_at: toTimestamp() });
  }

  async append(id: string, position: number, bytes: Buffer) {
    await this.knex.transaction(async tx => {
      const touched = await uploads(tx)
        .where({ id })
        .update({ touched_at: toTimestamp() });
      // It took so long that it was swept: its chunks would stay for ever.
      if (touched === 0) throw new Error('The upload was given up');
      await chunks(tx).insert({ artifact_id: id, position, bytes });
    });
  }

  async complete(row: ArtifactRow) {
    return this.knex.transaction(async tx => {
      const inserted = await artifacts(tx)
        .insert(row)
        .onConflict('name')
        .ignore()
        .returning('id');
      if (inserted.length === 0) return false;
      const ended = await uploads(tx).where({ id: row.id }).delete();
      if (ended === 0) throw new Error('The upload was given up');
      return true;
    });
  }

  async abandon(id: string) {
    await this.knex.transaction(async tx => {
      const ended = await uploads(tx).where({ id }).delete();
      // Chunks of one that is complete are not an upload's any more.
      if (ended > 0) await chunks(tx).where('artifact_id', id).delete();
    });
  }

  async abandonOlderThan(touchedAt: string) {
    const left = await uploads(this.knex).where('touched_at', '<', touchedAt);
    for (const { id } of left) await this.abandon(id);
    return left.length;
  }

  async read(id: string, offset: number) {
    const position = Math.floor(offset / CHUNK_BYTES);
    const chunk = await chunks(this.knex)
      .where({ artifact_id: id, position })
      .first();
    const rest = chunk?.bytes.subarray(offset - position * CHUNK_BYTES);
    return rest?.length ? rest : undefined;
  }

  async delete(id: string) {
    return this.knex.transaction(async tx => {
      await chunks(tx).where('artifact_id', id).delete();
      return (await artifacts(tx).where({ id }).delete()) > 0;
    });
  }
}

function artifacts(db: Queryable) {
  return db<ArtifactRow>('artifacts');
}

function uploads(db: Queryable) {
  return db<{ id: string; touched_at: string }>('artifact_uploads');
}

function chunks(db: Queryable) {
  return db<{ artifact_id: string; position: number; bytes: Buffer }>(
    'artifact_chunks',
  );
}
