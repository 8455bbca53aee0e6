import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { Duration, RowCount, StateChip } from '../components';
import { runRouteRef } from '../routes';
import { RunRowActions } from '../runs/actions/RunRowActions';
import { useScalephTranslation } from '../translation';
import classes from './RunStrip.module.css';

/** The run whose counters the canvas shows. @internal */
export const RunStrip = (props: { run: Run; onChanged(): void }) => {
  const { run, onChanged } = props;
  const { t } = useScalephTranslation();
  const link = useRouteRef(runRouteRef);
  return (
    <div className={classes.strip} role="status">
      <StateChip state={run.state} reason={run.reason} />
      <span>{t('pipeline.run.of', { version: String(run.version) })}</span>
      <span>
        <RowCount count={run.rowsRead} /> → <RowCount count={run.rowsWritten} />{' '}
        {t('pipeline.node.rows', { count: run.rowsWritten })}
      </span>
      <span>
        <Duration from={run.startedAt} to={run.endedAt} />
      </span>
      {link && (
        <Link href={link({ id: run.id })}>{t('pipeline.run.open')}</Link>
      )}
      {!isTerminal(run.state) && (
        <RunRowActions run={run} onChanged={onChanged} />
      )}
      {run.state === 'FAILED' && run.reason && (
        <span className={classes.reason}>{run.reason}</span>
      )}
    </div>
  );
};
