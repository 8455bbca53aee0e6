import { hasEnded } from './runStateOf';
import { JobRecord, versionOf } from './JobRecord';

/** What to ask about which job. @internal */
export interface Look {
  record: JobRecord;
  kind: 'detail' | 'retention' | 'checkpoints' | 'counts';
}

const ASKED_WITHIN = 15_000;
const VIEWED_WITHIN = 10_000;
const DETAIL_AGE = 5_000;
const VIEWED_DETAIL_AGE = 2_000;
const CHECKPOINTS_AGE = 5_000;
const COUNTS_AGE = 5_000;

/**
 * The look that is worth most now: first at jobs that have changed, then at those that somebody views, then at the one that was not
 * looked at for the longest time. Undefined when everything is fresh enough.
 * @internal
 */
export function nextLook(
  records: Iterable<JobRecord>,
  now: number,
): Look | undefined {
  let best: { look: Look; rank: number; at: number } | undefined;
  for (const record of records) {
    if (hasEnded(record.summary) || now - record.askedAt > ASKED_WITHIN) {
      continue;
    }
    for (const found of looksAt(record, now)) {
      const isBetter =
        !best ||
        found.rank < best.rank ||
        (found.rank === best.rank && found.at < best.at);
      if (isBetter) best = found;
    }
  }
  return best?.look;
}

function looksAt(record: JobRecord, now: number) {
  const isChanged = record.detailOf !== versionOf(record.summary);
  const isViewed = now - record.viewedAt < VIEWED_WITHIN;
  const age = now - record.detailAt;
  const found: { look: Look; rank: number; at: number }[] = [];
  const add = (kind: Look['kind'], rank: number, at: number) =>
    found.push({ look: { record, kind }, rank, at });
  if (isChanged && age > VIEWED_DETAIL_AGE) add('detail', 0, record.detailAt);
  else if (isViewed && age > VIEWED_DETAIL_AGE) {
    add('detail', 1, record.detailAt);
  } else if (age > DETAIL_AGE) add('detail', 2, record.detailAt);
  if (now - record.checkpointsAt > CHECKPOINTS_AGE) {
    if (record.retained === undefined)
      add('retention', 2, record.checkpointsAt);
    else if (record.retained) add('checkpoints', 2, record.checkpointsAt);
  }
  const { detail, counts } = record;
  if (detail?.state === 'RUNNING' && now > record.countsUntil) {
    const at = counts.askedAt(detail);
    // The first numbers follow the detail that they belong to.
    if (at === 0) add('counts', 2, record.detailAt - 1);
    else if (at !== undefined && now - at > COUNTS_AGE) add('counts', 2, at);
  }
  return found;
}
