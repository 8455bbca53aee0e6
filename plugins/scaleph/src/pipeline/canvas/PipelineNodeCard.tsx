import { RiAddLine } from '@remixicon/react';
import { Handle, NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { ConnectorIcon, nodeLook, RowCount } from '../../components';
import type { StateLook } from '../../components';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { localize } from '../lib/localize';
import type { PipelineFlowNode } from '../lib/toFlowGraph';
import { useCanvasActions } from './CanvasActions';
import { ConnectionHint } from './ConnectionHint';
import classes from './PipelineNodeCard.module.css';

const EDGE_CLASSES: Partial<Record<StateLook, string>> = {
  running: classes.edgeRunning,
  finished: classes.edgeFinished,
  failed: classes.edgeFailed,
  still: classes.edgeStill,
};

const ProblemDot = (props: { errors: number; warnings: number }) => {
  const { t } = useScalephTranslation();
  const { errors, warnings } = props;
  if (!errors && !warnings) {
    return null;
  }
  const label = errors
    ? t('pipeline.problems.errors', { count: errors })
    : t('pipeline.problems.warnings', { count: warnings });
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={`${classes.problem} ${
        errors ? classes.error : classes.warning
      }`}
    >
      {errors || warnings}
    </span>
  );
};

const Metrics = ({ data }: { data: PipelineFlowNode['data'] }) => {
  const { t } = useScalephTranslation();
  const { metrics, rate } = data;
  if (!metrics) {
    return null;
  }
  return (
    <span className={classes.metrics}>
      <span>
        <RowCount count={metrics.rowsOut} />{' '}
        {t('pipeline.node.rows', { count: metrics.rowsOut })}
      </span>
      {rate !== undefined ? (
        <span>
          <RowCount count={rate} />
          {t('pipeline.node.perSecond')}
        </span>
      ) : (
        <span>{t(`common.nodeState.${metrics.state}`)}</span>
      )}
    </span>
  );
};

/** A node of the pipeline as a card on the canvas. @internal */
export const PipelineNodeCard = memo((props: NodeProps<PipelineFlowNode>) => {
  const { data, selected } = props;
  const { node, connector, metrics } = data;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const { editable, onAdd } = useCanvasActions();
  const look = metrics && nodeLook(metrics.state);
  return (
    <>
      <div
        className={`${classes.card} ${selected ? classes.selected : ''}`}
        data-node={node.id}
      >
        {look && (
          <span className={`${classes.edge} ${EDGE_CLASSES[look] ?? ''}`} />
        )}
        <span className={classes.head}>
          <ConnectorIcon icon={connector?.icon ?? 'table'} />
          <span className={classes.names}>
            <span className={classes.name} title={node.title ?? node.id}>
              {node.title ?? node.id}
            </span>
            <span className={classes.connector}>
              {connector ? localize(connector.title, language) : node.connector}
            </span>
          </span>
          <ProblemDot errors={data.errors} warnings={data.warnings} />
        </span>
        <span
          className={`${classes.essential} ${metrics ? '' : classes.twoLines}`}
          title={data.essential}
        >
          {data.essential || '\u00a0'}
        </span>
        <Metrics data={data} />
        {metrics?.state === 'running' && <span className={classes.progress} />}
      </div>
      {editable && <ConnectionHint node={node.id} />}
      {data.hasInput && (
        <Handle
          type="target"
          position={Position.Left}
          className={classes.handle}
        />
      )}
      {data.hasOutput && (
        <Handle
          type="source"
          position={Position.Right}
          className={classes.handle}
        />
      )}
      {editable && data.hasOutput && (
        <button
          type="button"
          className={`${classes.add} nodrag nopan`}
          aria-label={t('pipeline.canvas.addAfter', { node: node.id })}
          title={t('pipeline.canvas.addAfter', { node: node.id })}
          onClick={event => {
            event.stopPropagation();
            onAdd({ after: node.id });
          }}
        >
          <RiAddLine size={16} aria-hidden />
        </button>
      )}
    </>
  );
});
