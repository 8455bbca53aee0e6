import type {
  PipelineSummary,
  SqlPlace,
} from '@scaleph/backstage-plugin-scaleph-common';

/**
 * Where SQL of a pipeline can run: the clusters, and the data sources that it
 * reads or writes. The first is where one would look: the target of the last
 * run; else, of a pipeline that only runs on Flink, a cluster that answers; else
 * one of its own data sources.
 */
export function placesOfPipeline(
  places: SqlPlace[],
  { type, lastRun, dataSources }: PipelineSummary,
): SqlPlace[] {
  const isOnFlink = type.startsWith('flink-');
  const rank = ({ kind, name, healthy }: SqlPlace) => {
    if (kind === 'target' && name === lastRun?.target) return 0;
    const isLikely = (kind === 'target') === isOnFlink;
    return (isLikely ? 1 : 3) + Number(!healthy);
  };
  return places
    .filter(({ kind, name }) => kind === 'target' || dataSources.includes(name))
    .sort((a, b) => rank(a) - rank(b));
}
