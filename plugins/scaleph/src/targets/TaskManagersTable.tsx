import { Text } from '@backstage/ui';
import type { TaskManager } from '@scaleph/backstage-plugin-scaleph-common';
import { LookChip, RelativeTime } from '../components';
import { useLanguage } from '../hooks';
import { formatBytes, formatExactCount } from '../lib/format';
import { useScalephTranslation } from '../translation';
import { ScrollTable } from './ScrollTable';
import { SlotsBar } from './SlotsBar';
import table from '../runs/NodesTable.module.css';

/** What the TaskManagers of a cluster have, and when each was heard of. */
export const TaskManagersTable = (props: { taskManagers: TaskManager[] }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const bytes = (value: number | undefined) =>
    value === undefined ? '–' : formatBytes(value, language);
  if (!props.taskManagers.length) {
    return <Text color="secondary">{t('targets.taskManagers.none')}</Text>;
  }
  return (
    <ScrollTable label={t('targets.overview.taskManagers')}>
      <thead>
        <tr>
          <th scope="col">{t('targets.taskManagers.name')}</th>
          <th scope="col">{t('targets.taskManagers.slots')}</th>
          {(['cpu', 'memory', 'heap', 'managed'] as const).map(name => (
            <th key={name} scope="col" className={table.number}>
              {t(`targets.taskManagers.${name}`)}
            </th>
          ))}
          <th scope="col">{t('targets.taskManagers.heartbeat')}</th>
        </tr>
      </thead>
      <tbody>
        {props.taskManagers.map(it => (
          <tr key={it.id}>
            <th scope="row" title={it.address}>
              {it.id}{' '}
              {it.blocked && (
                <LookChip
                  look="still"
                  label={t('targets.taskManagers.blocked')}
                />
              )}
            </th>
            <td>
              <SlotsBar slots={it.slots} freeSlots={it.freeSlots} />
            </td>
            <td className={table.number}>
              {it.cpuCores === undefined
                ? '–'
                : formatExactCount(it.cpuCores, language)}
            </td>
            <td className={table.number}>{bytes(it.memoryBytes)}</td>
            <td className={table.number}>{bytes(it.heapBytes)}</td>
            <td className={table.number}>{bytes(it.managedMemoryBytes)}</td>
            <td>
              {it.lastHeartbeatAt ? (
                <RelativeTime at={it.lastHeartbeatAt} />
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
