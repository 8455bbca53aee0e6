import { Link } from '@backstage/core-components';
import {
  Cell,
  CellText,
  Column,
  ColumnConfig,
  Table,
  VisuallyHidden,
} from '@backstage/ui';
import type { PipelineSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { ReactNode, useMemo } from 'react';
import {
  ConnectorIcon,
  Duration,
  OwnerLink,
  RelativeTime,
  StateChip,
  SystemLink,
} from '../../components';
import { useScalephTranslation } from '../../translation';
import { PipelineRowMenu } from './PipelineRowMenu';
import { fromSortDescriptor, toSortDescriptor } from '../../lib/sort';
import classes from './PipelinesTable.module.css';

type PipelineRow = PipelineSummary & { id: string };

export interface PipelinesTableProps {
  pipelines: PipelineSummary[] | undefined;
  isStale: boolean;
  /** Leaves out what a phone has no room for. */
  isNarrow: boolean;
  /** Leaves out what a small laptop has no room for. */
  isMedium: boolean;
  sort: string;
  onSortChange(sort: string): void;
  hrefOf(pipeline: PipelineSummary): string;
  onRun(pipeline: PipelineSummary): void;
  onDelete(pipeline: PipelineSummary): void;
  emptyState: ReactNode;
}

/** One row a pipeline: what it is, whose it is, how its last run went. */
export const PipelinesTable = (props: PipelinesTableProps) => {
  const { t } = useScalephTranslation();
  const { hrefOf, onRun, onDelete, isNarrow, isMedium } = props;

  const columns = useMemo<ColumnConfig<PipelineRow>[]>(
    () => [
      {
        id: 'name',
        label: t('pages.pipelines.column.name'),
        isRowHeader: true,
        isSortable: true,
        minWidth: 180,
        width: '2fr',
        cell: item => (
          <Cell>
            <div className={classes.name}>
              <Link to={hrefOf(item)}>{item.title ?? item.name}</Link>
              {item.system && (
                <span className={classes.system}>
                  <SystemLink system={item.system} />
                </span>
              )}
            </div>
          </Cell>
        ),
      },
      {
        id: 'type',
        label: t('pages.pipelines.column.type'),
        isHidden: isMedium,
        cell: item => (
          <Cell>
            <span className={classes.type}>
              <ConnectorIcon icon="shuffle" size={16} />
              {t(`common.type.${item.type}`)}
            </span>
          </Cell>
        ),
      },
      {
        id: 'owner',
        label: t('pages.pipelines.column.owner'),
        isSortable: true,
        isHidden: isNarrow,
        cell: item => (
          <Cell>
            <OwnerLink owner={item.owner} />
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('pages.pipelines.column.lastRun'),
        minWidth: 110,
        cell: ({ lastRun }) => (
          <Cell>
            <StateChip state={lastRun?.state} reason={lastRun?.reason} />
          </Cell>
        ),
      },
      {
        id: 'duration',
        label: t('pages.pipelines.column.duration'),
        isHidden: isNarrow,
        cell: ({ lastRun }) => (
          <Cell>
            <Duration from={lastRun?.startedAt} to={lastRun?.endedAt} />
          </Cell>
        ),
      },
      {
        id: 'target',
        label: t('pages.pipelines.column.target'),
        isHidden: isMedium,
        cell: ({ lastRun }) => <CellText title={lastRun?.target ?? '–'} />,
      },
      {
        id: 'updatedAt',
        label: t('pages.pipelines.column.changed'),
        isSortable: true,
        isHidden: isNarrow,
        cell: item => (
          <Cell>
            <RelativeTime at={item.updatedAt} />
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('pages.pipelines.column.actions'),
        header: () => (
          <Column id="actions" width={56}>
            <VisuallyHidden>
              {t('pages.pipelines.column.actions')}
            </VisuallyHidden>
          </Column>
        ),
        cell: item => (
          <Cell>
            <PipelineRowMenu
              pipeline={item}
              href={hrefOf(item)}
              onRun={() => onRun(item)}
              onDelete={() => onDelete(item)}
            />
          </Cell>
        ),
      },
    ],
    [t, hrefOf, onRun, onDelete, isNarrow, isMedium],
  );

  return (
    <div className={classes.scroll}>
      <Table<PipelineRow>
        columnConfig={columns}
        data={props.pipelines?.map(item => ({ ...item, id: item.name }))}
        isPending={!props.pipelines}
        isStale={props.isStale}
        pagination={{ type: 'none' }}
        sort={{
          descriptor: toSortDescriptor(props.sort),
          onSortChange: next => props.onSortChange(fromSortDescriptor(next)),
        }}
        emptyState={props.emptyState}
      />
    </div>
  );
};
