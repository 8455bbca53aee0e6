import { OriginReading } from '@scaleph/backstage-plugin-scaleph-common';
import { OriginColumns } from './originRows';

/** Another place that an entity names, which nobody has accepted yet. @internal */
export interface MovedOrigin {
  /** Of the file. */
  url: string;
  place: string;
}

/** What a pipeline stays with: the repository, or the file itself where nobody can tell it. @internal */
export function placeOf({ repository, url }: Place): string {
  return repository ?? url;
}

/**
 * The place that a reading comes from, when it is another than the one that
 * the pipeline comes from. An entity that is registered anew keeps its name,
 * and may be of other people in another repository: their file must not take
 * the pipeline over.
 *
 * @internal
 */
export function movedTo(
  reading: OriginReading,
  { origin_place: known }: OriginColumns,
): MovedOrigin | undefined {
  // What names no file (a reference that leads nowhere) comes from nowhere.
  if (reading.yaml === undefined && !reading.repository) return undefined;
  const { repository, url } = reading;
  if (known === repository || known === url) return undefined;
  return { url, place: placeOf(reading) };
}

type Place = Pick<OriginReading, 'repository' | 'url'>;
