import { Text } from '@backstage/ui';
import { LookChip, StateLook } from '../../components';
import { useLanguage, useNow } from '../../hooks';
import { formatDuration, formatExactCount } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import type { RunStatus, RunView, StatementRun } from '../run/StatementRun';
import classes from './ResultStatus.module.css';

const LOOK: Record<RunStatus, StateLook> = {
  waiting: 'still',
  running: 'running',
  finished: 'finished',
  failed: 'failed',
  canceled: 'still',
  lost: 'checking',
};

/** How far a statement is: a word, rows, and how long it takes. */
export const ResultStatus = (props: {
  run: StatementRun;
  view: RunView;
  /** All that there are. */
  total: number;
  /** Those that pass the filter. */
  shown: number;
}) => {
  const { run, view, total, shown } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const isRunning = view.status === 'running';
  const now = useNow(isRunning ? 500 : undefined);
  const { rows } = run;
  const count = (value: number) => formatExactCount(value, language);
  const parts: string[] = [];
  if (rows.columns.length) {
    parts.push(
      shown === total
        ? t('sql.result.rows', { count: total, rows: count(total) })
        : t('sql.result.rowsOf', { shown: count(shown), rows: count(total) }),
    );
    if (rows.isChangelog) {
      parts.push(
        t('sql.result.changesCame', { changes: count(rows.received) }),
      );
    }
  }
  if (view.startedAt) {
    const until = view.endedAt ?? Math.max(now, view.startedAt);
    parts.push(formatDuration(until - view.startedAt, language));
  }
  if (view.full) parts.push(t('sql.result.full', { rows: count(total) }));
  if (view.capped) parts.push(t('sql.result.capped'));
  return (
    <div className={classes.status} role="status">
      <LookChip
        look={LOOK[view.status]}
        label={t(`sql.status.${view.status}`)}
      />
      <Text variant="body-small" color="secondary">
        {parts.join(' · ')}
      </Text>
    </div>
  );
};
