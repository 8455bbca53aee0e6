import { Text } from '@backstage/ui';
import type { JobCheckpoint } from '@scaleph/backstage-plugin-scaleph-common';
import { Fragment } from 'react';
import { LookChip, RelativeTime } from '../../components';
import type { StateLook } from '../../components';
import { useLanguage } from '../../hooks';
import { formatBytes, formatDuration } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import table from '../../runs/NodesTable.module.css';
import classes from './Checkpoints.module.css';

const LOOKS: Record<JobCheckpoint['status'], StateLook> = {
  'in-progress': 'running',
  completed: 'finished',
  failed: 'failed',
};

/** The last checkpoints and savepoints, with why one failed. @internal */
export const CheckpointHistory = (props: { history: JobCheckpoint[] }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const label = t('job.checkpoints.history');
  const size = (bytes: number | undefined) =>
    bytes === undefined ? '–' : formatBytes(bytes, language);
  return (
    <section aria-label={label}>
      <Text as="h3" variant="title-x-small">
        {label}
      </Text>
      {!props.history.length && (
        <Text as="p" color="secondary">
          {t('job.checkpoints.noHistory')}
        </Text>
      )}
      {props.history.length > 0 && (
        <div
          className={table.scroll}
          role="group"
          aria-label={label}
          // A box that scrolls has to be reachable by keys.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table className={table.table} aria-label={label}>
            <thead>
              <tr>
                <th scope="col">{t('job.checkpoints.number')}</th>
                <th scope="col">{t('runs.column.state')}</th>
                <th scope="col">{t('job.snapshot.kindTitle')}</th>
                <th scope="col">{t('job.checkpoints.triggered')}</th>
                <th scope="col" className={table.number}>
                  {t('job.checkpoints.duration')}
                </th>
                <th scope="col" className={table.number}>
                  {t('job.checkpoints.written')}
                </th>
                <th scope="col" className={table.number}>
                  {t('job.checkpoints.size')}
                </th>
                <th scope="col" className={table.number}>
                  {t('job.checkpoints.acknowledged')}
                </th>
              </tr>
            </thead>
            <tbody>
              {props.history.map(it => (
                <Fragment key={it.id}>
                  <tr>
                    <th scope="row">{it.id}</th>
                    <td>
                      <LookChip
                        look={LOOKS[it.status]}
                        label={t(`job.checkpoints.status.${it.status}`)}
                        title={
                          it.discarded
                            ? t('job.checkpoints.discarded')
                            : undefined
                        }
                      />
                    </td>
                    <td>{t(`job.snapshot.kind.${it.kind}`)}</td>
                    <td className={classes.nowrap}>
                      <RelativeTime at={it.triggeredAt} />
                    </td>
                    <td className={table.number}>
                      {it.durationMs === undefined
                        ? '–'
                        : formatDuration(it.durationMs, language)}
                    </td>
                    <td className={table.number}>{size(it.sizeBytes)}</td>
                    <td className={table.number}>{size(it.fullSizeBytes)}</td>
                    <td className={table.number}>
                      {it.acknowledged ?? '–'}
                      {it.subtasks !== undefined && ` / ${it.subtasks}`}
                    </td>
                  </tr>
                  {it.failure && (
                    <tr className={table.error}>
                      <td colSpan={8}>{it.failure}</td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
