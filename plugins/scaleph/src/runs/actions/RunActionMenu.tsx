import { Menu, MenuItem, MenuSeparator } from '@backstage/ui';
import {
  RiArrowUpCircleLine,
  RiCameraLine,
  RiCloseCircleLine,
  RiExpandDiagonalLine,
  RiFlagLine,
  RiPauseCircleLine,
  RiPlayCircleLine,
  RiRestartLine,
  RiStopCircleLine,
} from '@remixicon/react';
import type { RunActionName } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import type { ActionOffer } from './offerActions';
import classes from './RunActions.module.css';

const ICONS: Record<RunActionName, typeof RiFlagLine> = {
  resume: RiPlayCircleLine,
  savepoint: RiCameraLine,
  checkpoint: RiFlagLine,
  rescale: RiExpandDiagonalLine,
  upgrade: RiArrowUpCircleLine,
  restart: RiRestartLine,
  suspend: RiPauseCircleLine,
  stop: RiStopCircleLine,
  cancel: RiCloseCircleLine,
};

// Below it is what ends the job.
const ENDS: RunActionName[] = ['suspend', 'stop', 'cancel'];

/** The actions of a run as a menu; one that is not possible says why. @internal */
export const RunActionMenu = (props: {
  offers: ActionOffer[];
  onAction(action: RunActionName): void;
}) => {
  const { offers, onAction } = props;
  const { t } = useScalephTranslation();
  const firstEnd = offers.find(it => ENDS.includes(it.action))?.action;
  return (
    <Menu>
      {offers.flatMap(({ action, reason }) => {
        const Icon = ICONS[action];
        const item = (
          <MenuItem
            key={action}
            textValue={t(`job.action.name.${action}`)}
            iconStart={<Icon />}
            isDisabled={reason !== undefined}
            onAction={() => onAction(action)}
          >
            <span>
              {t(`job.action.name.${action}`)}
              {reason && (
                <span className={classes.reason}>
                  {t(`job.action.reason.${reason}`)}
                </span>
              )}
            </span>
          </MenuItem>
        );
        return action === firstEnd && offers[0].action !== firstEnd
          ? [<MenuSeparator key="ends" />, item]
          : [item];
      })}
    </Menu>
  );
};
