import { LookChip } from '../../components';
import { useScalephTranslation } from '../../translation';
import { isExecutionState, vertexLook } from '../lib/vertexLook';

/** Flink's state of a vertex, in the words and colours of our own states. @internal */
export const VertexStateChip = (props: { state: string; count?: number }) => {
  const { state, count } = props;
  const { t } = useScalephTranslation();
  const word = isExecutionState(state) ? t(`job.vertexState.${state}`) : state;
  return (
    <LookChip
      look={vertexLook(state)}
      label={count === undefined ? word : `${count} × ${word}`}
    />
  );
};
