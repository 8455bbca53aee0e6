import {
  DataSourceUse,
  pipelineDataSources,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Queryable } from '../database/Transaction';
import { indexVersionUses } from './indexVersionUses';

/** A pipeline that uses a data source, with its owner. @internal */
export interface OwnedUse extends DataSourceUse {
  owner: string;
}

interface PipelineFacts {
  data_source: string;
  id: string;
  name: string;
  owner: string;
  published_version: number | null;
  has_unpublished_changes: boolean | number;
}

const FACTS = [
  'data_source',
  'pipelines.id',
  'pipelines.name',
  'pipelines.owner',
  'pipelines.published_version',
  'pipelines.has_unpublished_changes',
];

/** Collects what is found, by data source and pipeline. */
class Uses {
  private readonly found = new Map<
    string,
    { facts: PipelineFacts; isCurrent: boolean; use: OwnedUse }
  >();

  at(row: PipelineFacts & { version?: number }): OwnedUse {
    const key = JSON.stringify([row.data_source, row.id]);
    const known = this.found.get(key);
    if (known) return known.use;
    const use: OwnedUse = {
      pipeline: row.name,
      owner: row.owner,
      draft: false,
      newest: false,
      versions: [],
      runs: [],
    };
    // The rows of drafts and newest versions come first.
    const isCurrent = row.version === undefined;
    this.found.set(key, { facts: row, isCurrent, use });
    return use;
  }

  /** The table of drafts and newest versions does not say which of the two it was. */
  async settleDrafts(db: Queryable): Promise<void> {
    const unclear: { facts: PipelineFacts; use: OwnedUse }[] = [];
    for (const { facts, isCurrent, use } of this.found.values()) {
      const newest = facts.published_version;
      use.newest = newest !== null && use.versions.includes(newest);
      use.draft = isCurrent;
      if (use.newest && facts.has_unpublished_changes) {
        unclear.push({ facts, use });
      }
    }
    if (unclear.length === 0) return;
    const rows: { id: string; document: string }[] = await db('pipelines')
      .select('id', 'document')
      .whereIn('id', [...new Set(unclear.map(({ facts }) => facts.id))]);
    const drafts = new Map(
      rows.map(({ id, document }) => [
        id,
        pipelineDataSources(JSON.parse(document) as PipelineDocument),
      ]),
    );
    for (const { facts, use } of unclear) {
      use.draft = drafts.get(facts.id)?.includes(facts.data_source) ?? false;
    }
  }

  byDataSource(): Map<string, OwnedUse[]> {
    const all = new Map<string, OwnedUse[]>();
    for (const { facts, use } of this.found.values()) {
      const list = all.get(facts.data_source);
      if (list) list.push(use);
      else all.set(facts.data_source, [use]);
    }
    for (const list of all.values()) {
      list.sort((a, b) => (a.pipeline < b.pipeline ? -1 : 1));
    }
    return all;
  }
}

/** Who uses data sources: drafts, versions that can be run or restored, and runs that have not ended. Knows no permissions. @internal */
export class DataSourceUses {
  constructor(private readonly knex: Knex) {}

  /** By name of the data source, in the order of the pipelines' names; nothing for one that nobody uses. */
  async of(
    names: string[],
    db: Queryable = this.knex,
  ): Promise<Map<string, OwnedUse[]>> {
    await indexVersionUses(db);
    const uses = new Uses();
    for (const row of await selectCurrent(db, names)) uses.at(row);
    for (const row of await selectVersions(db, names)) {
      uses.at(row).versions.push(row.version);
    }
    for (const row of await selectRuns(db, names)) {
      const { run: id, version } = row;
      uses.at(row).runs.push({ id, version });
    }
    await uses.settleDrafts(db);
    return uses.byDataSource();
  }
}

function selectCurrent(
  db: Queryable,
  names: string[],
): Promise<PipelineFacts[]> {
  return db('pipeline_data_sources')
    .join('pipelines', 'pipelines.id', 'pipeline_data_sources.pipeline_id')
    .select(FACTS)
    .whereIn('data_source', names) as unknown as Promise<PipelineFacts[]>;
}

function selectVersions(
  db: Queryable,
  names: string[],
): Promise<(PipelineFacts & { version: number })[]> {
  return db('version_uses')
    .join('pipelines', 'pipelines.id', 'version_uses.pipeline_id')
    .select([...FACTS, 'version_uses.version'])
    .whereIn('data_source', names)
    .orderBy('version_uses.version', 'desc') as unknown as Promise<
    (PipelineFacts & { version: number })[]
  >;
}

function selectRuns(
  db: Queryable,
  names: string[],
): Promise<(PipelineFacts & { run: string; version: number })[]> {
  return db('runs')
    .join('pipelines', 'pipelines.name', 'runs.pipeline')
    .join('version_uses', join =>
      join
        .on('version_uses.pipeline_id', 'pipelines.id')
        .andOn('version_uses.version', 'runs.version'),
    )
    .select([...FACTS, 'runs.id as run', 'runs.version'])
    .whereNull('runs.ended_at')
    .whereIn('data_source', names) as unknown as Promise<
    (PipelineFacts & { run: string; version: number })[]
  >;
}
