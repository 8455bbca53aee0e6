import type { JobVertex } from '@scaleph/backstage-plugin-scaleph-common';

/** @internal */
export type LoadKind = 'busy' | 'backpressured' | 'idle';

/** One part of the bar that says what a vertex does with its time. @internal */
export interface LoadShare {
  kind: LoadKind;
  /** 0 to 100, as the cluster says it: of the highest subtask. */
  percent: number;
  /** Where it begins and how long it is in a bar of 100. */
  start: number;
  length: number;
}

const KINDS: LoadKind[] = ['busy', 'backpressured', 'idle'];

/**
 * What a vertex does with its time. Each share is that of another subtask, so
 * that together they can be more than the whole: the bar is scaled, the words
 * are not. Empty when the cluster does not tell.
 *
 * @internal
 */
export function loadShares(vertex: Pick<JobVertex, LoadKind>): LoadShare[] {
  const known = KINDS.flatMap(kind => {
    const share = vertex[kind];
    return share === undefined || !Number.isFinite(share)
      ? []
      : [{ kind, share: Math.min(1, Math.max(0, share)) }];
  });
  // A source of the old kind tells no busy time, and next to zero of the rest.
  if (!known.some(({ kind, share }) => kind === 'busy' || share >= 0.005)) {
    return [];
  }
  const total = Math.max(
    1,
    known.reduce((sum, { share }) => sum + share, 0),
  );
  let start = 0;
  return known.map(({ kind, share }) => {
    const length = (share / total) * 100;
    const part = { kind, percent: Math.round(share * 100), start, length };
    start += length;
    return part;
  });
}

// From here on a vertex holds back what feeds it, as Flink's own page says.
const HIGH = 50;

/** What one should know first: it is held back, it is at its limit, or neither. @internal */
export function loadWord(shares: LoadShare[]): LoadShare | undefined {
  const of = (kind: LoadKind) => shares.find(it => it.kind === kind);
  const backpressured = of('backpressured');
  if (backpressured && backpressured.percent >= HIGH) {
    return backpressured;
  }
  const busy = of('busy');
  return busy?.percent ? busy : of('idle') ?? busy ?? backpressured;
}
