import { Skeleton } from '@backstage/ui';
import { hasGraph } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentProblem,
  NodeMetrics,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { SplitPane } from '../sql/lib/SplitPane';
import { useScalephTranslation } from '../translation';
import type { Catalogue } from './hooks/useCatalogue';
import type { PipelineDraft } from './hooks/usePipelineDraft';
import type { ProblemJump } from './hooks/useProblemJumps';
import type { DraftContent } from './lib/draftContent';
import type { DraftState } from './lib/draftReducer';
import { deletedText } from './lib/deletedText';
import { deleteNodes } from './lib/editGraph';
import type { NodePlace } from './lib/editGraph';
import { NodeDataProvider } from './nodeData/NodeDataProvider';
import classes from './PipelineEditor.module.css';
import type { PipelineViewName } from './ViewSwitch';

const PipelineGraph = lazy(async () => {
  const [{ PipelineGraph: component }] = await Promise.all([
    import('./PipelineGraph'),
    // What most come to see: asked for at the same time, not afterwards.
    import('./canvas/PipelineCanvas'),
  ]);
  return { default: component };
});
const DefinitionView = lazy(() =>
  import('./definition/DefinitionView').then(m => ({
    default: m.DefinitionView,
  })),
);
const NodeDrawer = lazy(() =>
  import('./drawer/NodeDrawer').then(m => ({ default: m.NodeDrawer })),
);
const PlanView = lazy(() =>
  import('./PlanView').then(m => ({ default: m.PlanView })),
);
const PipelineYaml = lazy(() => import('./yaml/PipelineYaml'));

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
  /** Those that can run this pipeline. */
  targets: readonly Target[];
  selected?: string;
  /** The problem that was asked for last. */
  jump?: ProblemJump;
  onProblem(problem: DocumentProblem): void;
  /** A place that a node is asked for. */
  place: NodePlace | undefined;
  onPlace(place: NodePlace | undefined): void;
  onSelect(node: string | undefined): void;
  onEdit(document: DraftContent['document'], group?: string): void;
  /** Begins to edit; absent where that is done or cannot be. */
  onStart?: () => void;
  /** Told of the queries that fail: stable. */
  onQueryProblems(problems: DocumentProblem[]): void;
  /** Tells the user what happened, in a line. */
  say(message: string): void;
}

/** The chosen view of the draft, and the selected node beside it. @internal */
export const PipelineBody = (props: PipelineBodyProps) => {
  const { view, state, draft, editing, catalogue, selected, onEdit } = props;
  const { t } = useScalephTranslation();
  const content = state.history.present;
  const { document } = content;
  // What flows through the nodes is looked up after the edit is drawn.
  const settled = useDeferredValue(document);
  const { connectors } = catalogue;
  const drawn = hasGraph(document.spec.type);
  // Unreadable text is mended in the text: an edit of the drawing would drop it.
  const editable = editing && !content.textProblems.length;

  const { onSelect } = props;
  const ownProblems = useMemo(
    () => props.problems.filter(it => it.node === selected),
    [props.problems, selected],
  );
  const loading = <Skeleton width="100%" height="100%" />;
  const isGraph = view === 'graph' || (view === 'table' && drawn);
  const drawer = isGraph && selected && (
    <Suspense fallback={null}>
      <NodeDrawer
        document={document}
        nodeId={selected}
        catalogue={catalogue}
        problems={ownProblems}
        readOnly={!editable}
        onEdit={onEdit}
        onSelect={onSelect}
        onDelete={id => {
          onEdit(deleteNodes(document, connectors, [id]));
          onSelect(undefined);
          props.say(deletedText({ nodes: [id], edges: 0 }, t));
        }}
      />
    </Suspense>
  );
  const picture = drawn ? (
    <PipelineGraph
      name={props.name}
      view={view === 'table' ? view : 'graph'}
      document={document}
      editable={editable}
      isCompact={view === 'split'}
      problems={props.problems}
      connectors={connectors}
      targets={props.targets}
      metrics={props.metrics}
      rates={props.rates}
      selected={selected}
      place={props.place}
      onPlace={props.onPlace}
      onSelect={onSelect}
      onEdit={onEdit}
      onStart={props.onStart}
      say={props.say}
    />
  ) : (
    <div className={classes.main}>
      <Suspense fallback={loading}>
        <DefinitionView
          document={document}
          problems={props.problems}
          dataSources={catalogue.dataSources ?? []}
          readOnly={!editable}
          onEdit={onEdit}
          onUndo={() => draft.dispatch({ type: 'undo' })}
          onRedo={() => draft.dispatch({ type: 'redo' })}
        />
      </Suspense>
    </div>
  );
  const text = (
    <div key="text" className={classes.main}>
      <Suspense fallback={loading}>
        <PipelineYaml
          content={content}
          draft={draft}
          problems={props.problems}
          readOnly={!editing}
          selected={selected}
          onSelect={onSelect}
          jump={props.jump}
        />
      </Suspense>
    </div>
  );
  const views = (
    <div className={classes.body}>
      {isGraph && picture}
      {view === 'split' && (
        <SplitPane
          label={t('views.split.handle')}
          direction="row"
          storageKey="scaleph:pipeline-split"
          initial={55}
          min={20}
          max={80}
        >
          {[
            <div key="picture" className={classes.body}>
              {picture}
            </div>,
            text,
          ]}
        </SplitPane>
      )}
      {view === 'yaml' && text}
      {view === 'plan' && (
        <div className={classes.main}>
          <Suspense fallback={loading}>
            <PlanView
              pipeline={props.name}
              etag={state.pipeline.etag}
              problems={props.problems}
              targets={props.targets}
              save={draft.save}
              onProblem={props.onProblem}
            />
          </Suspense>
        </div>
      )}
    </div>
  );

  return (
    <NodeDataProvider
      pipeline={props.name}
      document={settled}
      enabled={editable && drawn && isGraph}
      selected={selected}
      onSelect={onSelect}
      onProblems={props.onQueryProblems}
      drawer={drawer}
    >
      {views}
    </NodeDataProvider>
  );
};
