import { Button, MenuTrigger } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiPlayCircleLine,
  RiRestartLine,
} from '@remixicon/react';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  Run,
  RunActionName,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { ActionButton } from '../../pipeline/bar/ActionButton';
import { useScalephTranslation } from '../../translation';
import { offerActions } from './offerActions';
import { AskingAction, ASKS_FIRST, RunActionDialogs } from './RunActionDialogs';
import { RunActionMenu } from './RunActionMenu';
import { useRunAction } from './useRunAction';
import { useRunPermissions } from './useRunPermissions';
import { useTargetActions } from './useTargetActions';
import classes from './RunActions.module.css';

/** The next step of a run that is a job, and a menu of everything else. @internal */
export const RunActions = (props: {
  run: Run;
  size?: 'small' | 'medium';
  onChanged(run: Run): void;
}) => {
  const { run, size = 'medium', onChanged } = props;
  const { t } = useScalephTranslation();
  const permissions = useRunPermissions(run);
  const targetActions = useTargetActions(run.target);
  const action = useRunAction(run, onChanged);
  const [asking, setAsking] = useState<AskingAction>();
  const onAction = (name: RunActionName) => {
    if (ASKS_FIRST.includes(name)) {
      setAsking(name);
    } else {
      action.askOrSay({ action: name });
    }
  };
  const offers = offerActions(run, targetActions, permissions.mayAct);
  const resume = offers.find(it => it.action === 'resume');
  const dialogs = (
    <RunActionDialogs
      run={run}
      whole={run}
      asking={asking}
      action={action}
      onClose={() => setAsking(undefined)}
    />
  );
  if (isTerminal(run.state)) {
    return (
      <div className={classes.actions}>
        <ActionButton
          size={size}
          variant="secondary"
          iconStart={<RiRestartLine />}
          isDisabled={action.pending}
          reason={permissions.start ? undefined : t('pipeline.reason.denied')}
          onPress={() => setAsking('again')}
        >
          {t('job.action.again.name')}
        </ActionButton>
        {dialogs}
      </div>
    );
  }
  return (
    <div className={classes.actions}>
      {resume && (
        <ActionButton
          size={size}
          variant="primary"
          iconStart={<RiPlayCircleLine />}
          isDisabled={action.pending}
          reason={resume.reason && t(`job.action.reason.${resume.reason}`)}
          onPress={() => setAsking('resume')}
        >
          {t('job.action.name.resume')}
        </ActionButton>
      )}
      <MenuTrigger>
        <Button
          size={size}
          variant="secondary"
          iconEnd={<RiArrowDownSLine />}
          isDisabled={action.pending}
        >
          {t('job.action.menu')}
        </Button>
        <RunActionMenu
          offers={offers.filter(it => it.action !== 'resume')}
          onAction={onAction}
        />
      </MenuTrigger>
      {dialogs}
    </div>
  );
};
