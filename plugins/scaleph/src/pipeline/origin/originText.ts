import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  Pipeline,
  PipelineOrigin,
} from '@scaleph/backstage-plugin-scaleph-common';

/** A commit as people write it. @internal */
export const shortCommit = (commit: string) => commit.slice(0, 8);

/** Whether the file can be opened in a browser. @internal */
export const isLink = ({ url }: PipelineOrigin) => /^https?:\/\//.test(url);

/** What runs behind the repository: its version, with its commit where that is known. Absent when the two are the same. @internal */
export function driftOf({
  origin,
  lastRun,
  publishedVersion,
}: Pick<Pipeline, 'origin' | 'lastRun' | 'publishedVersion'>):
  | { running: number; newest: number; commit?: string }
  | undefined {
  if (!origin || !lastRun || publishedVersion === undefined) {
    return undefined;
  }
  if (!isActive(lastRun.state) || lastRun.version === publishedVersion) {
    return undefined;
  }
  const commit = origin.versionCommits?.[lastRun.version];
  return {
    running: lastRun.version,
    newest: publishedVersion,
    ...(commit && { commit }),
  };
}
