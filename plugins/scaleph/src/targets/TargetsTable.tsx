import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/core-components';
import {
  Cell,
  CellText,
  Column,
  ColumnConfig,
  Table,
  VisuallyHidden,
} from '@backstage/ui';
import type { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { LookChip, OwnerLink } from '../components';
import { useScalephTranslation } from '../translation';
import { isRegistered } from './lib/registrationOf';
import { SlotsBar } from './SlotsBar';
import { TargetHealth } from './TargetHealth';
import { TargetActions, TargetMenu } from './TargetMenu';

type TargetRow = Target & { id: string };

/** One row for each target, built-in ones first. */
export const TargetsTable = (
  props: TargetActions & {
    targets: Target[];
    /** Leaves out what a phone has no room for. */
    isNarrow: boolean;
    /** Leaves out what a small laptop has no room for. */
    isMedium: boolean;
  },
) => {
  const { t } = useScalephTranslation();
  const linkOf = useEntityRefLink();
  const { isNarrow, isMedium, onTest, onDelete } = props;
  const columns = useMemo<ColumnConfig<TargetRow>[]>(
    () => [
      {
        id: 'name',
        label: t('targets.column.name'),
        isRowHeader: true,
        minWidth: 100,
        width: '2fr',
        cell: item => (
          <Cell>
            {item.registered ? (
              <Link to={`${linkOf(item.registered.entityRef)}/cluster`}>
                {item.title}
              </Link>
            ) : (
              item.title
            )}{' '}
            {!item.registered && !isNarrow && (
              <LookChip look="none" label={t('targets.builtIn')} />
            )}
            {item.registered?.readOnly && !isNarrow && (
              <LookChip
                look="none"
                label={t('targets.configured')}
                title={t('targets.configuredHelp')}
              />
            )}
          </Cell>
        ),
      },
      {
        id: 'engine',
        label: t('targets.column.engine'),
        isHidden: isNarrow,
        cell: item => <CellText title={item.engine} />,
      },
      {
        id: 'version',
        label: t('targets.column.version'),
        isHidden: isMedium,
        cell: item => <CellText title={item.version ?? '–'} />,
      },
      {
        id: 'slots',
        label: t('targets.column.slots'),
        minWidth: 80,
        cell: item => (
          <Cell>
            <SlotsBar slots={item.slots} freeSlots={item.freeSlots} />
          </Cell>
        ),
      },
      {
        id: 'jobs',
        label: t('targets.column.jobs'),
        isHidden: isNarrow,
        width: 80,
        cell: item => <CellText title={String(item.runningJobs ?? '–')} />,
      },
      {
        id: 'health',
        label: t('targets.column.health'),
        minWidth: 110,
        cell: item => (
          <Cell>
            <TargetHealth target={item} />
          </Cell>
        ),
      },
      {
        id: 'owner',
        label: t('targets.column.owner'),
        isHidden: isMedium,
        cell: item => (
          <Cell>
            {item.registered ? (
              <OwnerLink owner={item.registered.owner} />
            ) : (
              '–'
            )}
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('targets.column.actions'),
        header: () => (
          <Column id="actions" width={56}>
            <VisuallyHidden>{t('targets.column.actions')}</VisuallyHidden>
          </Column>
        ),
        cell: item => (
          <Cell>
            {isRegistered(item) && (
              <TargetMenu target={item} onTest={onTest} onDelete={onDelete} />
            )}
          </Cell>
        ),
      },
    ],
    [t, linkOf, isNarrow, isMedium, onTest, onDelete],
  );
  return (
    <Table<TargetRow>
      columnConfig={columns}
      data={props.targets.map(item => ({ ...item, id: item.name }))}
      pagination={{ type: 'none' }}
    />
  );
};
