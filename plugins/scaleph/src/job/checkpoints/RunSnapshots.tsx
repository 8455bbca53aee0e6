import { useApi } from '@backstage/core-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { RiCameraLine, RiFlagLine } from '@remixicon/react';
import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  Run,
  RunActionName,
  Snapshot,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel } from '../../components';
import { useApiResource, usePolling } from '../../hooks';
import { ActionButton } from '../../pipeline/bar/ActionButton';
import { offerActions } from '../../runs/actions/offerActions';
import { startAgain } from '../../runs/actions/startAgain';
import { StartFromDialog } from '../../runs/actions/StartFromDialog';
import { useRunAction } from '../../runs/actions/useRunAction';
import { useRunPermissions } from '../../runs/actions/useRunPermissions';
import { useTargetActions } from '../../runs/actions/useTargetActions';
import { useScalephTranslation } from '../../translation';
import { DeleteSnapshotDialog } from './DeleteSnapshotDialog';
import { SnapshotTable } from './SnapshotTable';
import classes from './Checkpoints.module.css';

const POLL_MILLISECONDS = 10_000;

/** What a run can be started from again; asks for more of it. @internal */
export const RunSnapshots = (props: {
  run: Run;
  onChanged(run: Run): void;
}) => {
  const { run, onChanged } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const permissions = useRunPermissions(run);
  const targetActions = useTargetActions(run.target);
  const action = useRunAction(run, onChanged);
  const [deleting, setDeleting] = useState<Snapshot>();
  const [starting, setStarting] = useState<Snapshot>();
  const { value, error, loading, reload } = useApiResource(
    async signal => {
      const { items } = await api.listRunSnapshots(run.id, { signal });
      return items.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    },
    [api, run.id, run.activity, run.state],
    { keepPrevious: true },
  );
  usePolling(
    () => !loading && reload(),
    isActive(run.state) ? POLL_MILLISECONDS : undefined,
  );
  const offers = offerActions(run, targetActions, permissions.mayAct);
  const trigger = (name: RunActionName) => {
    const offer = offers.find(it => it.action === name);
    return (
      offer &&
      isActive(run.state) && (
        <ActionButton
          size="small"
          variant="secondary"
          iconStart={name === 'savepoint' ? <RiCameraLine /> : <RiFlagLine />}
          isDisabled={action.pending}
          reason={offer.reason && t(`job.action.reason.${offer.reason}`)}
          onPress={() => action.askOrSay({ action: name })}
        >
          {t(`job.action.name.${name}`)}
        </ActionButton>
      )
    );
  };
  const isSuspended = run.state === 'SUSPENDED';
  return (
    <section aria-label={t('job.snapshot.title')}>
      <div className={classes.head}>
        <Text as="h3" variant="title-x-small">
          {t('job.snapshot.title')}
        </Text>
        <div className={classes.triggers}>
          {trigger('savepoint')}
          {trigger('checkpoint')}
        </div>
      </div>
      {error && (
        <ErrorPanel
          title={t('job.snapshot.failed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Skeleton width="100%" height={80} />}
      {value?.length === 0 && (
        <Text as="p" color="secondary">
          {t('job.snapshot.none')}
        </Text>
      )}
      {value && value.length > 0 && (
        <SnapshotTable
          snapshots={value}
          mayDelete={permissions.deleteSnapshots}
          mayStart={
            permissions.start &&
            (!isActive(run.state) || permissions.mayAct('resume'))
          }
          onStart={setStarting}
          onDelete={setDeleting}
        />
      )}
      <DeleteSnapshotDialog
        run={run}
        snapshot={deleting}
        isLast={value?.length === 1}
        onDeleted={reload}
        onClose={() => setDeleting(undefined)}
      />
      <StartFromDialog
        isOpen={starting !== undefined}
        run={run}
        snapshot={starting?.id}
        title={t('job.snapshot.startTitle', { pipeline: run.pipeline })}
        help={
          isSuspended
            ? t('job.action.resume.help')
            : t('job.snapshot.startHelp', { version: String(run.version) })
        }
        confirmLabel={
          isSuspended
            ? t('job.action.name.resume')
            : t('job.snapshot.startConfirm')
        }
        onConfirm={startFrom =>
          isSuspended
            ? action.ask({ action: 'resume', startFrom })
            : action.start(startAgain(run, startFrom))
        }
        onClose={() => setStarting(undefined)}
      />
    </section>
  );
};
