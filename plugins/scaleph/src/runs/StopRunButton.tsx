import { Button } from '@backstage/ui';
import { RiStopCircleLine } from '@remixicon/react';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run, RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { ConfirmDialog } from '../components';
import { ActionButton } from '../pipeline/bar/ActionButton';
import { useScalephTranslation } from '../translation';
import { useStopRun } from './useStopRun';

/** Stops a run after a question; says that it is stopping until it has. @internal */
export const StopRunButton = (props: {
  run: RunSummary;
  size?: 'small' | 'medium';
  onStopping?(run: Run): void;
}) => {
  const { run, size = 'medium', onStopping } = props;
  const { t } = useScalephTranslation();
  const { allowed, stop } = useStopRun(run.id);
  const [asking, setAsking] = useState(false);
  if (isTerminal(run.state)) {
    return null;
  }
  if (run.desired === 'stopped') {
    return (
      <Button size={size} variant="secondary" isDisabled>
        {t('runs.stop.stopping')}
      </Button>
    );
  }
  return (
    <>
      <ActionButton
        size={size}
        variant="secondary"
        iconStart={<RiStopCircleLine />}
        reason={allowed ? undefined : t('runs.stop.denied')}
        onPress={() => setAsking(true)}
      >
        {t('runs.stop.action')}
      </ActionButton>
      <ConfirmDialog
        isOpen={asking}
        title={t('runs.stop.title', { pipeline: run.pipeline })}
        confirmLabel={t('runs.stop.confirm')}
        destructive
        onConfirm={async () => onStopping?.(await stop())}
        onClose={() => setAsking(false)}
      >
        {t('runs.stop.help')}
      </ConfirmDialog>
    </>
  );
};
