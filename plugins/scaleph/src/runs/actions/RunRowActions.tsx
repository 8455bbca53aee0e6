import { ButtonIcon, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import type {
  RunActionName,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { hasJob } from '../../job/hasJob';
import { useScalephTranslation } from '../../translation';
import { StopRunButton } from '../StopRunButton';
import { offerActions } from './offerActions';
import { AskingAction, ASKS_FIRST, RunActionDialogs } from './RunActionDialogs';
import { RunActionMenu } from './RunActionMenu';
import { useRunAction } from './useRunAction';
import { useRunPermissions } from './useRunPermissions';

const JobActions = (props: { run: RunSummary; onChanged(): void }) => {
  const { run, onChanged } = props;
  const { t } = useScalephTranslation();
  const permissions = useRunPermissions(run);
  const action = useRunAction(run, onChanged);
  const [asking, setAsking] = useState<AskingAction>();
  // What is possible now; the page of the run says why the rest is not.
  const offers = offerActions(run, undefined, permissions.mayAct).filter(
    it => it.action !== 'rescale',
  );
  const onAction = (name: RunActionName) => {
    if (ASKS_FIRST.includes(name)) {
      setAsking(name);
    } else {
      action.askOrSay({ action: name });
    }
  };
  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiMore2Line />}
          aria-label={t('common.action.more', { name: run.pipeline })}
          isDisabled={action.pending || !offers.length}
        />
        <RunActionMenu offers={offers} onAction={onAction} />
      </MenuTrigger>
      <RunActionDialogs
        run={run}
        asking={asking}
        action={action}
        onClose={() => setAsking(undefined)}
      />
    </>
  );
};

/** What can be done with a run where there is room for one button. @internal */
export const RunRowActions = (props: {
  run: RunSummary;
  onChanged(): void;
}) => {
  const { run, onChanged } = props;
  return hasJob(run) ? (
    <JobActions run={run} onChanged={onChanged} />
  ) : (
    <StopRunButton run={run} size="small" onStopping={onChanged} />
  );
};
