import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run, Snapshot } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { ConfirmDialog } from '../../components';
import { useScalephTranslation } from '../../translation';

/** Disposes of a snapshot; the name is typed where it is the only way back to the state of a run. @internal */
export const DeleteSnapshotDialog = (props: {
  run: Run;
  snapshot: Snapshot | undefined;
  /** There is no other one of this run. */
  isLast: boolean;
  onDeleted(): void;
  onClose(): void;
}) => {
  const { run, snapshot, isLast } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  // A run that is up makes new ones; one that has ended does not.
  const losesWayBack =
    isLast && (isTerminal(run.state) || run.state === 'SUSPENDED');
  return (
    <ConfirmDialog
      isOpen={snapshot !== undefined}
      title={t('job.snapshot.delete.title', {
        kind: snapshot ? t(`job.snapshot.kind.${snapshot.kind}`) : '',
      })}
      confirmLabel={t('common.action.delete')}
      destructive
      typeName={losesWayBack ? run.pipeline : undefined}
      onConfirm={async () => {
        if (snapshot) {
          await api.deleteRunSnapshot(snapshot.run, snapshot.id);
          props.onDeleted();
        }
      }}
      onClose={props.onClose}
    >
      <Flex direction="column" gap="3">
        <Text>{t('job.snapshot.delete.help')}</Text>
        {losesWayBack && <Text>{t('job.snapshot.delete.last')}</Text>}
        <Text variant="body-small" color="secondary">
          {snapshot?.location}
        </Text>
      </Flex>
    </ConfirmDialog>
  );
};
