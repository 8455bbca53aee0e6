import { Skeleton } from '@backstage/ui';
import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useNow } from '../hooks';
import { useCatalogue } from '../pipeline/hooks/useCatalogue';
import { nodeRates } from '../pipeline/lib/nodeRates';
import { toFlowGraph } from '../pipeline/lib/toFlowGraph';
import readable from '../pipeline/readable.module.css';
import classes from './RunGraph.module.css';

const PipelineCanvas = lazy(() => import('../pipeline/canvas/PipelineCanvas'));

/** The graph of a run with its counters. @internal */
export const RunGraph = (props: { run: Run; large?: boolean }) => {
  const { run, large = false } = props;
  const { connectors } = useCatalogue();
  const [selected, setSelected] = useState<string>();
  const now = useNow(isActive(run.state) ? 1000 : undefined);
  const graph = useMemo(
    () =>
      toFlowGraph({
        document: run.document,
        connectors,
        metrics: run.nodes,
        rates: nodeRates(run.nodes, now),
      }),
    [run, connectors, now],
  );
  return (
    <div
      className={[
        classes.graph,
        readable.readable,
        large ? classes.large : '',
      ].join(' ')}
    >
      <Suspense fallback={<Skeleton width="100%" height="100%" />}>
        <PipelineCanvas
          {...graph}
          controls={large}
          selected={selected}
          onSelect={setSelected}
        />
      </Suspense>
    </div>
  );
};
