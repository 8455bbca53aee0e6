import { Button, Skeleton } from '@backstage/ui';
import { hasGraph } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentProblem,
  NodeMetrics,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { EmptyState } from '../components';
import { useScalephTranslation } from '../translation';
import { DefinitionView } from './definition/DefinitionView';
import { NodeDrawer } from './drawer/NodeDrawer';
import { GraphTable } from './GraphTable';
import type { Catalogue } from './hooks/useCatalogue';
import type { PipelineDraft } from './hooks/usePipelineDraft';
import { connectionProblem } from './lib/connectionProblem';
import type { DraftContent } from './lib/draftContent';
import { fromText } from './lib/draftContent';
import type { DraftState } from './lib/draftReducer';
import { connect, deleteNodes, disconnect, moveNodes } from './lib/editGraph';
import type { NodePlace } from './lib/editGraph';
import { arrangePipeline } from './lib/layoutPipeline';
import { toFlowGraph } from './lib/toFlowGraph';
import classes from './PipelineEditor.module.css';
import { PlanView } from './PlanView';
import type { PipelineViewName } from './ViewSwitch';

const PipelineCanvas = lazy(() => import('./canvas/PipelineCanvas'));
const YamlEditor = lazy(() => import('./yaml/YamlEditor'));

/** @internal */
export interface PipelineBodyProps {
  name: string;
  view: PipelineViewName;
  state: DraftState;
  draft: PipelineDraft;
  editing: boolean;
  problems: DocumentProblem[];
  catalogue: Catalogue;
  metrics: NodeMetrics[];
  rates: Record<string, number>;
  selected?: string;
  onSelect(node: string | undefined): void;
  onAdd(place: NodePlace): void;
  /** Changes when the whole graph should be seen again. */
  fitKey: string;
  onFit(): void;
  onEdit(document: DraftContent['document'], group?: string): void;
}

/** The chosen view of the draft, and the selected node beside it. @internal */
export const PipelineBody = (props: PipelineBodyProps) => {
  const { view, state, draft, editing, catalogue, selected, onEdit } = props;
  const { t } = useScalephTranslation();
  const content = state.history.present;
  const { document } = content;
  const { connectors } = catalogue;
  const drawn = hasGraph(document.spec.type);
  // Unreadable text is mended in the text: an edit of the drawing would drop it.
  const editable = editing && !content.textProblems.length;

  const graph = useMemo(
    () =>
      toFlowGraph({
        document,
        connectors,
        problems: props.problems,
        metrics: editing ? [] : props.metrics,
        rates: props.rates,
        selected: new Set(selected ? [selected] : []),
      }),
    [
      document,
      connectors,
      props.problems,
      props.metrics,
      props.rates,
      editing,
      selected,
    ],
  );
  const { onSelect, onFit } = props;
  const remove = useCallback(
    (nodes: string[], edges: Parameters<typeof disconnect>[1] = []) => {
      onEdit(deleteNodes(disconnect(document, edges), connectors, nodes));
      if (nodes.length) {
        onSelect(undefined);
      }
    },
    [document, connectors, onEdit, onSelect],
  );
  const loading = <Skeleton width="100%" height="100%" />;
  const drawer = (view === 'graph' || view === 'table') && selected && (
    <NodeDrawer
      document={document}
      nodeId={selected}
      catalogue={catalogue}
      problems={props.problems.filter(it => it.node === selected)}
      readOnly={!editable}
      onEdit={onEdit}
      onSelect={onSelect}
      onDelete={id => remove([id])}
    />
  );
  return (
    <div className={classes.body}>
      <div className={classes.main}>
        {view === 'graph' && !drawn && (
          <DefinitionView
            document={document}
            problems={props.problems}
            dataSources={catalogue.dataSources ?? []}
            readOnly={!editable}
            onEdit={onEdit}
            onUndo={() => draft.dispatch({ type: 'undo' })}
            onRedo={() => draft.dispatch({ type: 'redo' })}
          />
        )}
        {view === 'graph' && drawn && (
          <Suspense fallback={loading}>
            <PipelineCanvas
              nodes={graph.nodes}
              edges={graph.edges}
              editable={editable}
              selected={selected}
              fitKey={props.fitKey}
              onSelect={onSelect}
              canConnect={edge =>
                !connectionProblem(document, connectors, edge)
              }
              onConnect={edge => onEdit(connect(document, connectors, edge))}
              onDelete={remove}
              onMove={places => onEdit(moveNodes(document, places))}
              onAdd={props.onAdd}
              onArrange={() => {
                onEdit(moveNodes(document, arrangePipeline(document)));
                onFit();
              }}
            />
          </Suspense>
        )}
        {view === 'graph' && drawn && !document.spec.nodes.length && (
          <div className={classes.empty}>
            <EmptyState
              title={t('pipeline.empty.title')}
              description={t('pipeline.empty.help')}
              actions={
                editable && (
                  <Button variant="primary" onPress={() => props.onAdd({})}>
                    {t('pipeline.action.add')}
                  </Button>
                )
              }
            />
          </div>
        )}
        {view === 'table' && (
          <GraphTable
            document={document}
            nodes={graph.nodes}
            selected={selected}
            onSelect={onSelect}
          />
        )}
        {view === 'yaml' && (
          <Suspense fallback={loading}>
            <YamlEditor
              text={content.text}
              problems={props.problems}
              readOnly={!editing}
              onChange={text =>
                draft.dispatch({
                  type: 'edit',
                  content: fromText(content, text),
                  group: 'text',
                  at: Date.now(),
                })
              }
              onUndo={() => draft.dispatch({ type: 'undo' })}
              onRedo={() => draft.dispatch({ type: 'redo' })}
            />
          </Suspense>
        )}
        {view === 'plan' && (
          <PlanView
            pipeline={props.name}
            etag={state.pipeline.etag}
            save={draft.save}
          />
        )}
      </div>
      {drawer}
    </div>
  );
};
