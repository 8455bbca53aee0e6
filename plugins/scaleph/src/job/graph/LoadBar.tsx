import type { JobVertex } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { LoadKind, loadShares, loadWord } from '../lib/loadShares';
import classes from './LoadBar.module.css';

const PART_CLASSES: Record<LoadKind, string> = {
  busy: classes.busy,
  backpressured: classes.backpressured,
  idle: classes.idle,
};

/** What a vertex does with its time: a bar in three colours, and in words. @internal */
export const LoadBar = (props: {
  vertex: Pick<JobVertex, LoadKind>;
  /** Says all three shares, not only the one that matters most. */
  long?: boolean;
}) => {
  const { t } = useScalephTranslation();
  const shares = loadShares(props.vertex);
  if (!shares.length) {
    return null;
  }
  const say = (kind: LoadKind, percent: number) =>
    t(`job.load.${kind}`, { percent: String(percent) });
  const all = shares.map(it => say(it.kind, it.percent)).join(', ');
  const most = loadWord(shares);
  return (
    <span className={classes.load} title={all}>
      <svg
        className={classes.bar}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden
      >
        {shares.map(({ kind, start, length }) => (
          <rect
            key={kind}
            className={PART_CLASSES[kind]}
            x={start}
            width={length}
            height={6}
          />
        ))}
      </svg>
      <span className={classes.word}>
        {props.long || !most ? all : say(most.kind, most.percent)}
      </span>
    </span>
  );
};

/** What the colours of the bars mean. @internal */
export const LoadLegend = () => {
  const { t } = useScalephTranslation();
  return (
    <ul className={classes.legend} aria-label={t('job.load.legend')}>
      {(['busy', 'backpressured', 'idle'] as const).map(kind => (
        <li key={kind}>
          <svg viewBox="0 0 10 10" width={10} height={10} aria-hidden>
            <rect className={PART_CLASSES[kind]} width={10} height={10} />
          </svg>
          {t(`job.load.kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
};
