import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Cell,
  CellText,
  Column,
  ColumnConfig,
  Table,
  VisuallyHidden,
} from '@backstage/ui';
import type { DataSource } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { OwnerLink, RelativeTime } from '../components';
import { fromSortDescriptor, toSortDescriptor } from '../lib/sort';
import { useScalephTranslation } from '../translation';
import { DataSourceActions, DataSourceMenu } from './DataSourceMenu';
import { HealthChip } from './HealthChip';
import { TypeLook } from '../registrations/useTypeLook';

type DataSourceRow = DataSource & { id: string };

/** Data sources as a list, for who has many. */
export const DataSourcesTable = (
  props: DataSourceActions & {
    dataSources: DataSource[];
    lookOf(type: string): TypeLook;
    /** Leaves out what a phone has no room for. */
    isNarrow: boolean;
    /** Leaves out what a small laptop has no room for. */
    isMedium: boolean;
    sort: string;
    onSortChange(sort: string): void;
  },
) => {
  const { t } = useScalephTranslation();
  const { lookOf, isNarrow, isMedium, onTest, onDelete } = props;
  const columns = useMemo<ColumnConfig<DataSourceRow>[]>(
    () => [
      {
        id: 'name',
        label: t('dataSources.column.name'),
        isRowHeader: true,
        isSortable: true,
        minWidth: 150,
        width: '2fr',
        cell: item => (
          <Cell>
            <EntityRefLink entityRef={item.entityRef} hideIcon>
              {item.title ?? item.name}
            </EntityRefLink>
          </Cell>
        ),
      },
      {
        id: 'type',
        label: t('dataSources.column.type'),
        isSortable: true,
        isHidden: isNarrow,
        cell: item => <CellText title={lookOf(item.type).title} />,
      },
      {
        id: 'location',
        label: t('dataSources.column.location'),
        isHidden: isNarrow,
        minWidth: 200,
        cell: item => <CellText title={item.location} />,
      },
      {
        id: 'owner',
        label: t('dataSources.column.owner'),
        isHidden: isNarrow,
        cell: item => (
          <Cell>
            <OwnerLink owner={item.owner} />
          </Cell>
        ),
      },
      {
        id: 'health',
        label: t('dataSources.column.health'),
        minWidth: 110,
        cell: item => (
          <Cell>
            <HealthChip test={item.lastTest} />
          </Cell>
        ),
      },
      {
        id: 'updatedAt',
        label: t('dataSources.column.changed'),
        isSortable: true,
        isHidden: isMedium,
        cell: item => (
          <Cell>
            <RelativeTime at={item.updatedAt} />
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('dataSources.column.actions'),
        header: () => (
          <Column id="actions" width={56}>
            <VisuallyHidden>{t('dataSources.column.actions')}</VisuallyHidden>
          </Column>
        ),
        cell: item => (
          <Cell>
            <DataSourceMenu
              dataSource={item}
              onTest={onTest}
              onDelete={onDelete}
            />
          </Cell>
        ),
      },
    ],
    [t, lookOf, isNarrow, isMedium, onTest, onDelete],
  );
  return (
    <Table<DataSourceRow>
      columnConfig={columns}
      data={props.dataSources.map(item => ({ ...item, id: item.name }))}
      pagination={{ type: 'none' }}
      sort={{
        descriptor: toSortDescriptor(props.sort),
        onSortChange: next => props.onSortChange(fromSortDescriptor(next)),
      }}
    />
  );
};
