import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiForbidLine,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import type {
  NodeMetrics,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../translation';
import { nodeLook, runLook, StateLook } from './stateLook';
import classes from './StateChip.module.css';

/** `none`: there is nothing yet that could have a state. */
type ChipLook = StateLook | 'none';

const ICONS: Record<ChipLook, typeof RiForbidLine> = {
  running: RiLoader4Line,
  finished: RiCheckboxCircleLine,
  failed: RiCloseCircleLine,
  changing: RiLoader4Line,
  still: RiForbidLine,
  checking: RiQuestionLine,
  none: RiCheckboxBlankCircleLine,
};

/** A word with an icon and a colour; the word alone says it all. */
export const LookChip = (props: {
  look: ChipLook;
  label: string;
  /** More about it, shown on hover. */
  title?: string;
}) => {
  const Icon = ICONS[props.look];
  const moves = props.look === 'running' || props.look === 'changing';
  const iconClass = moves ? `${classes.icon} ${classes.moving}` : classes.icon;
  return (
    <span
      className={`${classes.chip} ${classes[props.look]}`}
      title={props.title}
    >
      <Icon aria-hidden className={iconClass} />
      {props.label}
    </span>
  );
};

/** The state of a run, the same everywhere; without a state: "Never run". */
export const StateChip = (props: { state?: RunState; reason?: string }) => {
  const { t } = useScalephTranslation();
  const { state, reason } = props;
  if (!state) return <LookChip look="none" label={t('common.state.none')} />;
  return (
    <LookChip
      look={runLook(state)}
      label={t(`common.state.${state}`)}
      title={reason}
    />
  );
};

/** The state of one node of a run. */
export const NodeStateChip = (props: {
  state: NodeMetrics['state'];
  reason?: string;
}) => {
  const { t } = useScalephTranslation();
  return (
    <LookChip
      look={nodeLook(props.state)}
      label={t(`common.nodeState.${props.state}`)}
      title={props.reason}
    />
  );
};
