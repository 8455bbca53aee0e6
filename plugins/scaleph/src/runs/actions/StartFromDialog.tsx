import { Flex, Text } from '@backstage/ui';
import type {
  RunSummary,
  StartFrom,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { ConfirmDialog, ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import { StartFromField, usePipelineSnapshots } from './StartFromField';

/** Resumes a suspended run, or starts an ended one again: from which state? @internal */
export const StartFromDialog = (props: {
  isOpen: boolean;
  run: RunSummary;
  title: string;
  help: string;
  confirmLabel: string;
  /** The snapshot that is offered; the newest when absent. */
  snapshot?: string;
  onConfirm(startFrom: StartFrom): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, run, snapshot, onConfirm } = props;
  const { t } = useScalephTranslation();
  const snapshots = usePipelineSnapshots(run.pipeline, isOpen);
  const [chosen, setChosen] = useState<StartFrom>();
  useEffect(() => {
    if (isOpen) {
      setChosen(undefined);
    }
  }, [isOpen]);
  const items = snapshots.value ?? [];
  let offered: StartFrom = { mode: items.length ? 'latest' : 'none' };
  if (snapshot) {
    offered = { mode: 'snapshot', snapshot };
  }
  const value = chosen ?? offered;
  const losesState = value.mode === 'none' && items.length > 0;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={props.title}
      confirmLabel={
        losesState ? t('job.startFrom.withoutState') : props.confirmLabel
      }
      destructive={losesState}
      isBlocked={!snapshots.value && !snapshots.error}
      onConfirm={() => onConfirm(value)}
      onClose={props.onClose}
    >
      <Flex direction="column" gap="4">
        <Text>{props.help}</Text>
        {snapshots.error && (
          <ErrorPanel
            title={t('job.snapshot.failed')}
            error={snapshots.error}
            onRetry={snapshots.reload}
          />
        )}
        <StartFromField
          snapshots={items}
          value={value}
          warn={losesState}
          onChange={setChosen}
        />
      </Flex>
    </ConfirmDialog>
  );
};
