import type { PipelineNodeData } from '../lib/toFlowGraph';
import { NodeProblems } from './NodeProblems';
import classes from './PipelineNodeCard.module.css';

// Surely not wider than a card. What may have to be cut costs every frame.
const isShort = (name: string) => /^[ -~]{1,8}$/.test(name);

/** What of a card can be read from afar. @internal */
export const FarNodeFace = ({ data }: { data: PipelineNodeData }) => {
  const { node, errors, warnings } = data;
  const name = node.title ?? node.id;
  const fits = isShort(name) && !errors && !warnings;
  return (
    <span className={classes.head}>
      <span
        className={`${classes.name} ${fits ? classes.whole : ''}`}
        title={name}
      >
        {name}
      </span>
      <NodeProblems errors={errors} warnings={warnings} />
    </span>
  );
};
