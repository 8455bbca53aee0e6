import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { ReactNode } from 'react';
import { CopyButton, Duration, RelativeTime, RowCount } from '../components';
import { useScalephTranslation } from '../translation';
import { PipelineLink } from './PipelineLink';
import classes from './RunFacts.module.css';

const Fact = (props: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);

/** What one wants to know first about a run. @internal */
export const RunFacts = (props: { run: Run; withPipeline?: boolean }) => {
  const { run, withPipeline = false } = props;
  const { t } = useScalephTranslation();
  // A user or group is a link; a service that started it is only named.
  const isPerson = /^(user|group):/.test(run.createdBy);
  return (
    <dl className={classes.facts}>
      {withPipeline && (
        <Fact name={t('runs.column.pipeline')}>
          <PipelineLink run={run} />
        </Fact>
      )}
      <Fact name={t('runs.column.version')}>v{run.version}</Fact>
      <Fact name={t('runs.column.target')}>{run.target}</Fact>
      <Fact name={t('runs.fact.startedBy')}>
        {isPerson ? (
          <EntityRefLink entityRef={run.createdBy} hideIcon />
        ) : (
          run.createdBy
        )}
      </Fact>
      <Fact name={t('runs.column.started')}>
        <RelativeTime at={run.startedAt ?? run.createdAt} />
      </Fact>
      <Fact name={t('runs.column.duration')}>
        <Duration from={run.startedAt} to={run.endedAt} />
      </Fact>
      {run.jobId && (
        <Fact name={t('runs.fact.job')}>
          <span className={classes.job}>
            <code title={run.jobId}>{run.jobId.slice(0, 8)}…</code>
            <CopyButton text={run.jobId} iconOnly />
          </span>
        </Fact>
      )}
      {run.deployment > 1 && (
        <Fact name={t('runs.fact.deployment')}>{run.deployment}</Fact>
      )}
      <Fact name={t('runs.column.rows')}>
        <RowCount count={run.rowsRead} /> → <RowCount count={run.rowsWritten} />
      </Fact>
    </dl>
  );
};
