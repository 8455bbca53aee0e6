import {
  Background,
  Controls,
  MarkerType,
  Position,
  ReactFlow,
} from '@xyflow/react';
import type { SqlExplanation } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { layoutPlan, PLAN_WIDTH } from './layoutPlan';
import classes from './PlanView.module.css';
import '@xyflow/react/dist/style.css';

/** What the planner makes of a statement: a graph, and its text. */
export const PlanView = (props: { explanation: SqlExplanation }) => {
  const { text, nodes = [], edges = [] } = props.explanation;
  const { t } = useScalephTranslation();
  const [chosen, setChosen] = useState<string>();
  const flow = useMemo(() => {
    const places = layoutPlan(nodes, edges);
    return {
      nodes: nodes.map(node => ({
        id: node.id,
        position: places.get(node.id) ?? { x: 0, y: 0 },
        width: PLAN_WIDTH,
        className: classes.card,
        sourcePosition: Position.Right,
        targetPosition: Position.Left,
        selected: node.id === chosen,
        data: {
          label: (
            <div className={classes.node}>
              <strong>{node.title}</strong>
              {node.parallelism !== undefined && (
                <span className={classes.parallelism}>×{node.parallelism}</span>
              )}
              {node.detail && (
                <div className={classes.detail}>{node.detail}</div>
              )}
            </div>
          ),
        },
      })),
      edges: edges.map(({ from, to, strategy }, index) => ({
        id: `${index}`,
        source: from,
        target: to,
        label: strategy,
        markerEnd: {
          type: MarkerType.ArrowClosed,
          color: 'var(--bui-gray-5)',
        },
      })),
    };
  }, [nodes, edges, chosen]);
  const detail = nodes.find(it => it.id === chosen);
  return (
    <div className={classes.root}>
      {nodes.length > 0 && (
        <div className={classes.graph}>
          <ReactFlow
            {...flow}
            aria-label={t('sql.plan.graph')}
            fitView
            minZoom={0.1}
            nodesConnectable={false}
            nodesDraggable={false}
            onNodeClick={(_, { id }) => setChosen(id)}
            onPaneClick={() => setChosen(undefined)}
          >
            <Background />
            <Controls showInteractive={false} />
          </ReactFlow>
        </div>
      )}
      <pre
        className={classes.text}
        // Keys scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('sql.plan.text')}
      >
        {detail ? `${detail.title}\n\n${detail.detail ?? ''}` : text}
      </pre>
    </div>
  );
};

export default PlanView;
