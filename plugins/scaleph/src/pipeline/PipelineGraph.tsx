import { Button, Skeleton } from '@backstage/ui';
import type {
  DocumentProblem,
  KnownConnector,
  NodeMetrics,
  PipelineDocument,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { EmptyState } from '../components';
import { useScalephTranslation } from '../translation';
import { useClipboard } from './hooks/useClipboard';
import { useGraphActions } from './hooks/useGraphActions';
import type { GraphActions } from './hooks/useGraphActions';
import { useGraphSelection } from './hooks/useGraphSelection';
import { useGraphView } from './hooks/useGraphView';
import { useStable } from './hooks/useStable';
import { connectorKey } from './lib/paletteSections';
import type { NodePlace } from './lib/editGraph';
import classes from './PipelineEditor.module.css';

const PipelineCanvas = lazy(() => import('./canvas/PipelineCanvas'));
const GraphTable = lazy(() => import('./table/GraphTable'));
const PalettePanel = lazy(() => import('./palette/PalettePanel'));
const PaletteDialog = lazy(() => import('./dialogs/PaletteDialog'));
const ConnectDialog = lazy(() => import('./dialogs/ConnectDialog'));

const NO_METRICS: NodeMetrics[] = [];
const NO_RATES: Record<string, number> = {};

/** @internal */
export interface PipelineGraphProps {
  name: string;
  view: 'graph' | 'table';
  document: PipelineDocument;
  editable: boolean;
  /** There is something beside it: nodes are added by a dialog, not by a palette. */
  isCompact?: boolean;
  problems: DocumentProblem[];
  connectors: KnownConnector[];
  /** Those that can run this pipeline. */
  targets: readonly Target[];
  metrics: NodeMetrics[];
  rates: Record<string, number>;
  selected?: string;
  /** A place that a node is asked for, from outside. */
  place: NodePlace | undefined;
  onPlace(place: NodePlace | undefined): void;
  onSelect(node: string | undefined): void;
  onEdit(document: PipelineDocument, group?: string): void;
  /** Begins to edit; absent where that is done or cannot be. */
  onStart?: () => void;
  say(message: string): void;
}

/** The graph, drawn or as a table, with everything that can be done to it. @internal */
export const PipelineGraph = memo((props: PipelineGraphProps) => {
  const { view, document, editable, connectors, targets, selected } = props;
  const { place, onPlace, onSelect, say } = props;
  const { t } = useScalephTranslation();
  const [arranged, setArranged] = useState(0);
  const [paletteKey, setPaletteKey] = useState(0);
  const [connectFrom, setConnectFrom] = useState<string>();

  const { graph, places } = useGraphView({
    document,
    connectors,
    problems: props.problems,
    metrics: editable ? NO_METRICS : props.metrics,
    rates: editable ? NO_RATES : props.rates,
  });
  const { nodes, comments } = document.spec;
  const known = useMemo(
    () => [...nodes, ...(comments ?? [])].map(({ id }) => id),
    [nodes, comments],
  );
  const [picked, onPick] = useGraphSelection(selected, known);
  const actions = useGraphActions({
    document,
    connectors,
    places,
    onEdit: props.onEdit,
    onSelect,
    onPick,
    onArranged: () => setArranged(it => it + 1),
    say,
  });
  const active: GraphActions | undefined = editable ? actions : undefined;
  const pickedIds = () => {
    const opened = selected ? [selected] : [];
    return picked.size ? [...picked] : opened;
  };
  useClipboard({
    onCopy: () => actions.copy(pickedIds()),
    onCut: editable ? () => actions.cut(pickedIds()) : undefined,
    onPaste: editable ? actions.paste : undefined,
  });

  /** After the one that is picked, where it can pass rows on. */
  const usualPlace = (kind: KnownConnector['kind']): NodePlace => {
    const [only, more] = picked;
    const from = nodes.find(node => node.id === only);
    const passesOn = from && !more && from.kind !== 'sink' && kind !== 'source';
    return passesOn ? { after: from.id } : {};
  };
  const choose = useStable((connector: KnownConnector) => {
    const isPlaced = place && Object.keys(place).length > 0;
    actions.add(connector, isPlaced ? place : usualPlace(connector.kind));
    onPlace(undefined);
  });
  const onDrop = useStable((key: string, where: NodePlace) => {
    const connector = connectors.find(it => connectorKey(it) === key);
    if (connector) {
      actions.add(connector, where);
    }
  });
  // Without a place it is the palette that is meant, where there is one.
  const onAdd = useStable((where: NodePlace) => {
    const isPlaced = Object.keys(where).length > 0;
    if (isPlaced || view === 'table' || props.isCompact) {
      onPlace(where);
    } else {
      setPaletteKey(it => it + 1);
    }
  });
  const loading = <Skeleton width="100%" height="100%" />;
  return (
    <>
      {editable && view === 'graph' && !props.isCompact && (
        <Suspense fallback={null}>
          <PalettePanel
            connectors={connectors}
            targets={targets}
            focusKey={paletteKey}
            onChoose={choose}
          />
        </Suspense>
      )}
      <div className={classes.main}>
        <Suspense fallback={loading}>
          {view === 'graph' ? (
            <PipelineCanvas
              {...graph}
              graph={active}
              imageName={props.name}
              fitKey={String(arranged)}
              glideKey={arranged}
              selected={selected}
              picked={picked}
              onSelect={onSelect}
              onPick={onPick}
              onAdd={onAdd}
              onDrop={onDrop}
              onConnectTo={setConnectFrom}
              say={say}
            />
          ) : (
            <GraphTable
              document={document}
              nodes={graph.nodes}
              selected={selected}
              picked={picked}
              graph={active}
              onSelect={onSelect}
              onPick={onPick}
              onAdd={onAdd}
              onConnectTo={setConnectFrom}
            />
          )}
        </Suspense>
        {view === 'graph' && !nodes.length && !comments?.length && (
          <div className={classes.empty}>
            <EmptyState
              title={t('pipeline.empty.title')}
              description={t('pipeline.empty.help')}
              actions={
                <>
                  {editable && (
                    <Button variant="primary" onPress={() => onAdd({})}>
                      {t('pipeline.action.add')}
                    </Button>
                  )}
                  {props.onStart && (
                    <Button variant="primary" onPress={props.onStart}>
                      {t('pipeline.empty.start')}
                    </Button>
                  )}
                </>
              }
            />
          </div>
        )}
      </div>
      {editable && (
        <Suspense fallback={null}>
          <PaletteDialog
            place={place}
            connectors={connectors}
            targets={targets}
            onChoose={choose}
            onClose={() => onPlace(undefined)}
          />
          <ConnectDialog
            node={connectFrom}
            document={document}
            graph={actions}
            onClose={() => setConnectFrom(undefined)}
          />
        </Suspense>
      )}
    </>
  );
});
