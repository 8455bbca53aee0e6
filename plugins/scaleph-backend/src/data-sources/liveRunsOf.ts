import {
  pipelineDataSources,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable } from '../database/Transaction';

/** A run that has not ended, with the owner of its pipeline. @internal */
export interface LiveRun {
  id: string;
  /** Of the pipeline. */
  name: string;
  owner: string;
}

/**
 * Runs that have not ended and whose document uses a data source, whatever version they are of: one that starts again after a fault asks for
 * its connection again.
 *
 * @internal
 */
export async function liveRunsOf(
  db: Queryable,
  dataSource: string,
): Promise<LiveRun[]> {
  const rows: {
    id: string;
    pipeline: string;
    owner: string;
    document: string;
  }[] = await db('runs')
    .select('id', 'pipeline', 'owner', 'document')
    .whereNull('ended_at')
    // A first look, so that few documents are parsed.
    .where('document', 'like', `%${dataSource}%`)
    .orderBy('pipeline');
  return rows
    .filter(({ document }) =>
      pipelineDataSources(JSON.parse(document) as PipelineDocument).includes(
        dataSource,
      ),
    )
    .map(({ id, pipeline, owner }) => ({ id, name: pipeline, owner }));
}
