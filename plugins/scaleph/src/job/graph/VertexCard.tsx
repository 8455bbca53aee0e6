import { Handle, NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useLanguage } from '../../hooks';
import { formatDateTime } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { operatorsOf } from '../lib/operatorsOf';
import type { VertexNode } from '../lib/toJobFlow';
import { vertexLook } from '../lib/vertexLook';
import { LoadBar } from './LoadBar';
import { VertexFlowText } from './VertexFlowText';
import { VertexStateChip } from './VertexStateChip';
import classes from './VertexCard.module.css';

/** A vertex of a job as a card on the canvas. @internal */
export const VertexCard = memo(({ data, selected }: NodeProps<VertexNode>) => {
  const { vertex, direction, hasInput, hasOutput } = data;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const operators = operatorsOf(vertex.name);
  const [first, ...rest] = operators;
  const isRight = direction === 'right';
  const chain = rest.map(it => it.short).join(' → ');
  return (
    <>
      <div
        className={`${classes.card} ${selected ? classes.selected : ''}`}
        data-look={vertexLook(vertex.state)}
        title={operators.map(it => it.full).join('\n')}
      >
        <div className={classes.head}>
          <VertexStateChip state={vertex.state} />
          <span className={classes.parallelism}>
            {t('job.vertex.times', {
              parallelism: String(vertex.parallelism),
            })}
          </span>
        </div>
        <div className={classes.name}>{first?.short ?? vertex.name}</div>
        <div className={classes.chain}>{chain ? `→ ${chain}` : '\u00a0'}</div>
        <div className={classes.numbers}>
          {hasInput && (
            <span>
              <span className={classes.label}>{t('job.vertex.in')}</span>{' '}
              <VertexFlowText
                records={vertex.recordsIn}
                perSecond={vertex.recordsInPerSecond}
                bytes={vertex.bytesIn}
              />
            </span>
          )}
          {hasOutput && (
            <span>
              <span className={classes.label}>{t('job.vertex.out')}</span>{' '}
              <VertexFlowText
                records={vertex.recordsOut}
                perSecond={vertex.recordsOutPerSecond}
                bytes={vertex.bytesOut}
              />
            </span>
          )}
        </div>
        <LoadBar vertex={vertex} />
        {vertex.watermark && (
          <div className={classes.watermark}>
            {t('job.vertex.watermark')}{' '}
            {formatDateTime(vertex.watermark, language)}
          </div>
        )}
      </div>
      {hasInput && (
        <Handle
          type="target"
          position={isRight ? Position.Left : Position.Top}
          className={classes.handle}
          isConnectable={false}
        />
      )}
      {hasOutput && (
        <Handle
          type="source"
          position={isRight ? Position.Right : Position.Bottom}
          className={classes.handle}
          isConnectable={false}
        />
      )}
    </>
  );
});
