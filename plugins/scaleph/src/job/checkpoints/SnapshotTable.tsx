import { Button } from '@backstage/ui';
import { RiDeleteBinLine, RiPlayCircleLine } from '@remixicon/react';
import type { Snapshot } from '@scaleph/backstage-plugin-scaleph-common';
import { CopyButton, RelativeTime } from '../../components';
import { useLanguage } from '../../hooks';
import { formatBytes } from '../../lib/format';
import { ActionButton } from '../../pipeline/bar/ActionButton';
import { useScalephTranslation } from '../../translation';
import table from '../../runs/NodesTable.module.css';
import classes from './Checkpoints.module.css';

/** Savepoints and retained checkpoints, with what can be done with each. @internal */
export const SnapshotTable = (props: {
  snapshots: Snapshot[];
  mayDelete: boolean;
  mayStart: boolean;
  onStart(snapshot: Snapshot): void;
  onDelete(snapshot: Snapshot): void;
}) => {
  const { snapshots, mayDelete, mayStart, onStart, onDelete } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const label = t('job.snapshot.title');
  const whyKept = (it: Snapshot) => {
    if (!mayDelete) {
      return t('job.action.reason.denied');
    }
    return it.inUse ? t('job.snapshot.inUse') : undefined;
  };
  return (
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
            <th scope="col">{t('job.snapshot.kindTitle')}</th>
            <th scope="col">{t('job.snapshot.made')}</th>
            <th scope="col" className={table.number}>
              {t('job.snapshot.size')}
            </th>
            <th scope="col">{t('job.snapshot.of')}</th>
            <th scope="col">{t('job.snapshot.location')}</th>
            <th scope="col">{t('runs.column.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map(it => (
            <tr key={it.id}>
              <th scope="row">{t(`job.snapshot.kind.${it.kind}`)}</th>
              <td className={classes.nowrap}>
                <RelativeTime at={it.createdAt} />
              </td>
              <td className={`${table.number} ${classes.nowrap}`}>
                {it.sizeBytes === undefined
                  ? '–'
                  : formatBytes(it.sizeBytes, language)}
              </td>
              <td className={classes.nowrap}>
                {t('job.snapshot.ofDeployment', {
                  version: String(it.version),
                  deployment: String(it.deployment),
                })}
              </td>
              <td className={classes.location}>{it.location}</td>
              <td>
                <div className={classes.row}>
                  <CopyButton text={it.location} iconOnly />
                  {mayStart && (
                    <Button
                      size="small"
                      variant="tertiary"
                      iconStart={<RiPlayCircleLine />}
                      onPress={() => onStart(it)}
                    >
                      {t('job.snapshot.start')}
                    </Button>
                  )}
                  <ActionButton
                    size="small"
                    variant="tertiary"
                    iconStart={<RiDeleteBinLine />}
                    reason={whyKept(it)}
                    onPress={() => onDelete(it)}
                  >
                    {t('common.action.delete')}
                  </ActionButton>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
