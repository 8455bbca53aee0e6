import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { Cell, CellText, ColumnConfig, Table } from '@backstage/ui';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import type { RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { ReactNode, useMemo } from 'react';
import { Duration, RelativeTime, RowCount, StateChip } from '../components';
import { runRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { PipelineLink } from './PipelineLink';
import { RunRowActions } from './actions/RunRowActions';
import classes from './RunRows.module.css';

/** One row a run. @internal */
export const RunRows = (props: {
  runs: RunSummary[] | undefined;
  isStale: boolean;
  /** Leaves out what a phone has no room for. */
  isNarrow: boolean;
  /** Leaves out what a small laptop has no room for. */
  isMedium: boolean;
  /** All runs are of one pipeline, which needs no column. */
  onePipeline: boolean;
  emptyState: ReactNode;
  onChanged(): void;
}) => {
  const { isNarrow, isMedium, onePipeline, onChanged } = props;
  const { t } = useScalephTranslation();
  const runLink = useRouteRef(runRouteRef);
  const columns = useMemo<ColumnConfig<RunSummary>[]>(
    () => [
      {
        id: 'started',
        label: t('runs.column.started'),
        isRowHeader: true,
        minWidth: isNarrow ? undefined : 130,
        cell: run => (
          <Cell>
            <Link to={runLink?.({ id: run.id }) ?? ''}>
              <RelativeTime at={run.startedAt ?? run.createdAt} />
            </Link>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('runs.column.state'),
        minWidth: 110,
        cell: run => (
          <Cell>
            <StateChip state={run.state} reason={run.reason} />
          </Cell>
        ),
      },
      {
        id: 'pipeline',
        label: t('runs.column.pipeline'),
        isHidden: onePipeline,
        minWidth: isNarrow ? undefined : 160,
        cell: run => (
          <Cell>
            <PipelineLink run={run} />
          </Cell>
        ),
      },
      {
        id: 'version',
        label: t('runs.column.version'),
        isHidden: isNarrow || (isMedium && !onePipeline),
        width: 90,
        cell: run => <CellText title={`v${run.version}`} />,
      },
      {
        id: 'target',
        label: t('runs.column.target'),
        isHidden: isMedium,
        cell: run => <CellText title={run.target} />,
      },
      {
        id: 'duration',
        label: t('runs.column.duration'),
        isHidden: isNarrow,
        width: 120,
        cell: run => (
          <Cell>
            <Duration from={run.startedAt} to={run.endedAt} />
          </Cell>
        ),
      },
      {
        id: 'rows',
        label: t('runs.column.rows'),
        isHidden: isNarrow,
        minWidth: 130,
        cell: run => (
          <Cell>
            <span className={classes.rows}>
              <RowCount count={run.rowsRead} /> →{' '}
              <RowCount count={run.rowsWritten} />
            </span>
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('runs.column.actions'),
        isHidden: isNarrow,
        width: 130,
        cell: run => (
          <Cell>
            {isTerminal(run.state) ? (
              <Link to={runLink?.({ id: run.id }) ?? ''}>
                {t('runs.action.open')}
              </Link>
            ) : (
              <RunRowActions run={run} onChanged={onChanged} />
            )}
          </Cell>
        ),
      },
    ],
    [t, runLink, isNarrow, isMedium, onePipeline, onChanged],
  );
  return (
    <div className={classes.scroll}>
      <Table<RunSummary>
        columnConfig={columns}
        data={props.runs}
        isPending={!props.runs}
        isStale={props.isStale}
        pagination={{ type: 'none' }}
        emptyState={props.emptyState}
      />
    </div>
  );
};
