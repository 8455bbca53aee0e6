import { ConnectorIcon } from '../../components';
import { useLanguage } from '../../hooks';
import { localize } from '../lib/localize';
import type { PipelineNodeData } from '../lib/toFlowGraph';
import { NodeMetricsLine } from './NodeMetricsLine';
import { NodeProblems } from './NodeProblems';
import classes from './PipelineNodeCard.module.css';

/** What stands on a card. @internal */
export const NodeFace = ({ data }: { data: PipelineNodeData }) => {
  const { node, connector, metrics } = data;
  const language = useLanguage();
  const name = node.title ?? node.id;
  return (
    <>
      <span className={classes.head}>
        <ConnectorIcon icon={connector?.icon ?? 'table'} />
        <span className={classes.names}>
          <span className={classes.name} title={name}>
            {name}
          </span>
          <span className={classes.connector}>
            {connector ? localize(connector.title, language) : node.connector}
          </span>
        </span>
        <NodeProblems errors={data.errors} warnings={data.warnings} />
      </span>
      <span
        className={`${classes.essential} ${metrics ? '' : classes.twoLines}`}
        title={data.essential}
      >
        {data.essential || '\u00a0'}
      </span>
      {metrics && <NodeMetricsLine metrics={metrics} rate={data.rate} />}
    </>
  );
};
