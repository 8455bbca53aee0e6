import {
  DocumentProblem,
  OriginReading,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { toTimestamp } from '../database/timestamps';
import { Queryable, Transaction } from '../database/Transaction';
import { MovedOrigin, placeOf } from './originPlace';
import { OriginRow } from './originRows';

/** Versions whose commits are kept. */
const MOST_COMMITS = 200;

/** Where a file was read. @internal */
export type OriginPlace = Pick<
  OriginReading,
  'entityRef' | 'url' | 'path' | 'repository' | 'commit'
>;

/** Why a reading was not taken. @internal */
export interface Refusal {
  message: string;
  problems?: DocumentProblem[];
  /** It comes from another place. */
  moved?: MovedOrigin;
}

/** Rows of pipeline_origins. @internal */
export class OriginStore {
  constructor(private readonly knex: Knex) {}

  find(
    pipelineId: string,
    db: Queryable = this.knex,
  ): Promise<OriginRow | undefined> {
    return db<OriginRow>('pipeline_origins')
      .where('pipeline_id', pipelineId)
      .first();
  }

  /** The pipeline that comes from the file that an entity names. */
  async pipelineOf(
    entityRef: string,
    db: Queryable = this.knex,
  ): Promise<
    | ({ id: string; name: string } & Pick<
        OriginRow,
        'origin_url' | 'origin_place'
      >)
    | undefined
  > {
    return db('pipeline_origins')
      .join('pipelines', 'pipelines.id', 'pipeline_origins.pipeline_id')
      .select('pipelines.id', 'pipelines.name', 'origin_url', 'origin_place')
      .where('origin_entity', entityRef)
      .first();
  }

  /** Notes a reading that was taken. @param version - that it became, or was already */
  async taken(
    tx: Transaction,
    pipelineId: string,
    place: OriginPlace,
    reading: { text: string; problems: DocumentProblem[]; version?: number },
  ): Promise<void> {
    const { text, problems, version } = reading;
    const before = await this.find(pipelineId, tx);
    const row: OriginRow = {
      pipeline_id: pipelineId,
      origin_entity: place.entityRef,
      origin_url: place.url,
      origin_path: place.path ?? null,
      origin_commit: place.commit ?? null,
      origin_synced_at: toTimestamp(),
      origin_error: problems.length
        ? 'The newest file has problems: the version before stays'
        : null,
      origin_problems: problems.length ? JSON.stringify(problems) : null,
      origin_versions: withCommit(before?.origin_versions, version, place),
      origin_text: text,
      origin_place: placeOf(place),
      origin_moved: null,
    };
    await tx<OriginRow>('pipeline_origins')
      .insert(row)
      .onConflict('pipeline_id')
      .merge();
  }

  /** Notes a reading that was not taken: what was read before stays. */
  async refused(pipelineId: string, refusal: Refusal): Promise<void> {
    const { message, problems = [], moved } = refusal;
    await this.knex<OriginRow>('pipeline_origins')
      .where('pipeline_id', pipelineId)
      .update({
        origin_error: message,
        origin_problems: problems.length ? JSON.stringify(problems) : null,
        origin_moved: moved ? JSON.stringify(moved) : null,
      });
  }

  /**
   * The pipeline stays with another place from now on; what was read before
   * stays until something is read there. Answers false when the entity names
   * yet another place meanwhile.
   * @param moved - the column as it was when it was decided
   */
  async move(
    pipelineId: string,
    moved: string,
    { place }: MovedOrigin,
  ): Promise<boolean> {
    const changed = await this.knex<OriginRow>('pipeline_origins')
      .where({ pipeline_id: pipelineId, origin_moved: moved })
      .update({
        origin_place: place,
        origin_moved: null,
        origin_error: null,
        origin_problems: null,
      });
    return changed > 0;
  }

  async remove(tx: Transaction, pipelineId: string): Promise<void> {
    await tx('pipeline_origins').where('pipeline_id', pipelineId).delete();
  }
}

function withCommit(
  before: string | undefined,
  version: number | undefined,
  { commit }: OriginPlace,
): string {
  const commits = JSON.parse(before ?? '{}') as Record<string, string>;
  // The first commit that had it: later ones changed something else.
  if (commit && version !== undefined && !commits[version]) {
    commits[version] = commit;
  }
  const kept = Object.entries(commits).slice(-MOST_COMMITS);
  return JSON.stringify(Object.fromEntries(kept));
}
