import { CheckpointStatistics } from '../rest/types/CheckpointTypes';
import { JobDetail, JobExceptions, JobSummary } from '../rest/types/JobTypes';
import { VertexCounts } from './VertexCounts';

/** All that is known of one job that somebody asks for. @internal */
export interface JobRecord {
  summary: JobSummary;
  /** Milliseconds since 1970, as are all times; 0 for never. */
  askedAt: number;
  viewedAt: number;
  detail?: JobDetail;
  detailAt: number;
  /** Of the summary that the detail belongs to. */
  detailOf?: string;
  /** Whether its checkpoints outlive it; undefined until asked. */
  retained?: boolean;
  checkpoints?: CheckpointStatistics;
  checkpointsAt: number;
  counts: VertexCounts;
  /** Not asked for before, after a refusal. */
  countsUntil: number;
  exceptions?: JobExceptions;
  /** Resolves when everything about its end was asked; undefined before its end. */
  end?: Promise<void>;
}

/** @internal */
export function newJobRecord(summary: JobSummary): JobRecord {
  return {
    ...{ summary, askedAt: 0, viewedAt: 0, detailAt: 0, checkpointsAt: 0 },
    ...{ counts: new VertexCounts(), countsUntil: 0 },
  };
}

/** What changes when a job changes its state. @internal */
export function versionOf({ state, lastModification }: JobSummary): string {
  return `${state} ${lastModification}`;
}
