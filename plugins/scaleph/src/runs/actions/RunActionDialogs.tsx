import type {
  Run,
  RunActionName,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { CancelDialog } from './CancelDialog';
import { RescaleDialog } from './RescaleDialog';
import { startAgain } from './startAgain';
import { StartFromDialog } from './StartFromDialog';
import { UpgradeDialog } from './UpgradeDialog';
import type { RunAction } from './useRunAction';

/** What asks something before it happens. @internal */
export type AskingAction = RunActionName | 'again';

/** @internal */
export const ASKS_FIRST: readonly RunActionName[] = [
  'cancel',
  'resume',
  'rescale',
  'upgrade',
];

/** The questions before an action; one is open at a time. @internal */
export const RunActionDialogs = (props: {
  run: RunSummary;
  /** The same with its document, which a list does not have: without it there is no rescale and no new start. */
  whole?: Run;
  asking: AskingAction | undefined;
  action: RunAction;
  onClose(): void;
}) => {
  const { run, whole, asking, action, onClose } = props;
  const { t } = useScalephTranslation();
  return (
    <>
      <CancelDialog
        isOpen={asking === 'cancel'}
        run={run}
        onConfirm={() => action.ask({ action: 'cancel' })}
        onClose={onClose}
      />
      <StartFromDialog
        isOpen={asking === 'resume'}
        run={run}
        title={t('job.action.resume.title', { pipeline: run.pipeline })}
        help={t('job.action.resume.help')}
        confirmLabel={t('job.action.name.resume')}
        onConfirm={startFrom => action.ask({ action: 'resume', startFrom })}
        onClose={onClose}
      />
      {whole && (
        <StartFromDialog
          isOpen={asking === 'again'}
          run={run}
          title={t('job.action.again.title', { pipeline: run.pipeline })}
          help={t('job.action.again.help', { version: String(run.version) })}
          confirmLabel={t('job.action.again.name')}
          onConfirm={startFrom => action.start(startAgain(whole, startFrom))}
          onClose={onClose}
        />
      )}
      {whole && (
        <RescaleDialog
          isOpen={asking === 'rescale'}
          run={whole}
          onConfirm={parallelism =>
            action.ask({ action: 'rescale', parallelism })
          }
          onClose={onClose}
        />
      )}
      <UpgradeDialog
        isOpen={asking === 'upgrade'}
        run={run}
        onConfirm={version => action.ask({ action: 'upgrade', version })}
        onClose={onClose}
      />
    </>
  );
};
