import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { Box, useBreakpoint } from '@backstage/ui';
import { hasGraph } from '@scaleph/backstage-plugin-scaleph-common';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useApiResource, useUrlState } from '../hooks';
import { fittingTargets } from '../job/settings/chooseTarget';
import { useScalephTranslation } from '../translation';
import { PipelineBar } from './bar/PipelineBar';
import type { PipelineDialog } from './bar/PipelineBar';
import { usePageBox } from './bar/usePageBox';
import { useCatalogue } from './hooks/useCatalogue';
import { useEditorKeys } from './hooks/useEditorKeys';
import { usePipelineActions } from './hooks/usePipelineActions';
import { usePipelineDraft } from './hooks/usePipelineDraft';
import { usePipelinePermissions } from './hooks/usePipelinePermissions';
import { usePipelineUse } from './hooks/usePipelineUse';
import { useProblemJumps } from './hooks/useProblemJumps';
import { useProblems } from './hooks/useProblems';
import { useStatusLine } from './hooks/useStatusLine';
import { useWatchedRun } from './hooks/useWatchedRun';
import { actionReasons, hasChanges } from './lib/actionReasons';
import { fromDocument } from './lib/draftContent';
import type { DraftContent } from './lib/draftContent';
import { describeStep } from './lib/describeStep';
import type { NodePlace } from './lib/editGraph';
import { countProblems } from './lib/problemsByNode';
import { asksBeforeRun } from './lib/asksBeforeRun';
import { stepText } from './lib/stepText';
import { EditorStatus } from './EditorStatus';
import { OriginNotice } from './origin/OriginNotice';
import { PipelineBody } from './PipelineBody';
import classes from './PipelineEditor.module.css';
import readable from './readable.module.css';
import { PipelineNotices } from './PipelineNotices';
import { PipelineSkeleton } from './PipelineSkeleton';
import { RunStrip } from './RunStrip';
import { ViewSwitch } from './ViewSwitch';
import type { PipelineViewName } from './ViewSwitch';

const PipelineDialogs = lazy(() =>
  import('./PipelineDialogs').then(m => ({ default: m.PipelineDialogs })),
);
const ProblemsPanel = lazy(() => import('./problems/ProblemsPanel'));

/** One pipeline: seen, edited, saved, published and run. @internal */
export const PipelineEditor = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const draft = usePipelineDraft(name);
  const catalogue = useCatalogue(draft.state?.history.present.document);
  const permissions = usePipelinePermissions(name);
  const actions = usePipelineActions(name, draft);
  const use = usePipelineUse(name, draft);
  const targets = useApiResource(signal => api.listTargets({ signal }), [api]);
  const watched = useWatchedRun(draft.state?.pipeline);
  const [url, setUrl] = useUrlState({ view: 'graph', node: '', full: '' });
  const isFull = url.full === '1';
  const [pageRef, pageBox] = usePageBox(isFull);
  const [wantsEdit, setEditing] = useState(false);
  const [dialog, setDialog] = useState<PipelineDialog>();
  const [place, setPlace] = useState<NodePlace>();
  const [line, say] = useStatusLine();
  const [runError, setRunError] = useState<Error>();

  const { state, dispatch, restored } = draft;
  // What came back is an edit that goes on.
  useEffect(() => {
    if (restored) {
      setEditing(true);
    }
  }, [restored]);
  const editing = wantsEdit && !state?.pipeline.retired;
  const content = state?.history.present;
  const problems = useProblems(content, catalogue, state?.pipeline.problems);
  const selected = content?.document.spec.nodes.some(it => it.id === url.node)
    ? url.node
    : undefined;
  const isNarrow = useBreakpoint().down('md');
  // Two views beside each other need room: in less of it they are tabs.
  const view = (
    url.view === 'split' && isNarrow ? 'graph' : url.view
  ) as PipelineViewName;
  const [showsProblems, setShowsProblems] = useState(false);
  const { jump, jumpTo } = useProblemJumps(view, content, setUrl);
  const { spec } = content?.document ?? {};
  const fitting = useMemo(
    () => (spec ? fittingTargets(targets.value?.items ?? [], { spec }) : []),
    [targets.value, spec],
  );

  const onSelect = useCallback(
    (node: string | undefined) => setUrl({ node: node ?? '' }),
    [setUrl],
  );
  const onEdit = useCallback(
    (document: DraftContent['document'], group?: string) => {
      if (document !== content?.document) {
        dispatch({
          type: 'edit',
          content: fromDocument(document),
          group,
          at: Date.now(),
        });
      }
    },
    [dispatch, content],
  );
  const onStep = (type: 'undo' | 'redo') => {
    const { past = [], present, future = [] } = state?.history ?? {};
    const other = type === 'undo' ? past[past.length - 1] : future[0];
    if (!present || !other) {
      return;
    }
    dispatch({ type });
    const [from, to] = type === 'undo' ? [other, present] : [present, other];
    say(stepText(type, describeStep(from, to), t));
  };
  const onUndo = () => onStep('undo');
  const onRedo = () => onStep('redo');
  const onFull = () => setUrl({ full: isFull ? '' : '1' });
  useEditorKeys({
    editing,
    onFull,
    onSave: draft.save,
    onUndo,
    onRedo,
    onClose: () => onSelect(undefined),
    onHelp: () => setDialog('help'),
  });

  const error = draft.error ?? catalogue.error;
  if (!state || !content || !catalogue.ready) {
    return error ? (
      <ErrorPanel
        title={t('pipeline.loadFailed', { name })}
        error={error}
        onRetry={() => {
          draft.reload();
          catalogue.reload();
        }}
      />
    ) : (
      <PipelineSkeleton />
    );
  }

  const reasons = actionReasons(
    state,
    permissions,
    countProblems(problems).errors,
  );
  const runTargets = targets.value?.items ?? [];
  const startRun: typeof actions.run = async body => {
    const run = await actions.run(body);
    setEditing(false);
    watched.watch(run.id);
    return run;
  };
  const onOpen = async (next: PipelineDialog) => {
    setRunError(undefined);
    if (next !== 'run') {
      setDialog(next);
      return;
    }
    try {
      const published = await actions.loadPublished();
      if (published && asksBeforeRun(published, runTargets)) {
        setDialog('run');
      } else {
        await startRun();
      }
    } catch (cause) {
      setRunError(toError(cause));
    }
  };
  // An edit like any other: it is saved by itself, and can be undone.
  const onRestore = (document: DraftContent['document'], version: number) => {
    setEditing(true);
    onEdit(document);
    say(t('views.versions.restored', { version: String(version) }));
  };
  const { published } = actions;
  const canDiscard = published && hasChanges(state) && !reasons.edit;
  const onDiscard = canDiscard
    ? () => onRestore(published, state.pipeline.publishedVersion ?? 0)
    : undefined;
  return (
    <Box
      ref={pageRef}
      as="section"
      bg="neutral"
      className={`${classes.root} ${readable.readable} ${
        isFull ? classes.full : ''
      }`}
      style={pageBox}
      aria-label={t('pipeline.tab.title')}
    >
      <PipelineBar
        title={isFull ? content.document.metadata.title ?? name : undefined}
        state={state}
        editing={editing}
        problems={problems}
        reasons={reasons}
        onEditing={next => {
          setEditing(next);
          if (!next) {
            draft.save();
          }
        }}
        onUndo={onUndo}
        onRedo={onRedo}
        onSave={draft.save}
        onDropEdit={() =>
          dispatch({ type: 'edit', content: state.saved, at: Date.now() })
        }
        onOpen={onOpen}
        onDiscard={onDiscard}
        onExport={use.exportArchive}
        canRetire={permissions.delete}
        onBringBack={use.bringBack}
        showsProblems={showsProblems}
        onShowProblems={setShowsProblems}
      />
      <div className={classes.notices}>
        <OriginNotice
          pipeline={state.pipeline}
          canDetach={permissions.update}
          onDetached={pipeline => dispatch({ type: 'published', pipeline })}
          onLook={draft.reload}
        />
        <PipelineNotices
          state={state}
          draft={draft}
          onBringBack={permissions.delete ? use.bringBack : undefined}
        />
        {runError && (
          <ErrorPanel
            title={t('pipeline.run.failed', { name })}
            error={runError}
          />
        )}
      </div>
      {watched.run && <RunStrip run={watched.run} onChanged={watched.reload} />}
      <ViewSwitch
        type={content.document.spec.type}
        view={view}
        isNarrow={isNarrow}
        isFull={isFull}
        onFull={onFull}
        onView={next => setUrl({ view: next })}
        onAdd={
          editing &&
          (view === 'graph' || view === 'split' || view === 'table') &&
          hasGraph(content.document.spec.type) &&
          !content.textProblems.length
            ? () => setPlace({})
            : undefined
        }
      />
      <PipelineBody
        name={name}
        view={view}
        state={state}
        draft={draft}
        editing={editing}
        problems={problems}
        catalogue={catalogue}
        metrics={watched.metrics}
        rates={watched.rates}
        targets={fitting}
        selected={selected}
        jump={jump}
        onProblem={jumpTo}
        place={place}
        onPlace={setPlace}
        onSelect={onSelect}
        onEdit={onEdit}
        say={say}
      />
      {showsProblems && (
        <Suspense fallback={null}>
          <ProblemsPanel
            problems={problems}
            onJump={jumpTo}
            onClose={() => setShowsProblems(false)}
          />
        </Suspense>
      )}
      <EditorStatus line={line} />
      {dialog && (
        <Suspense fallback={null}>
          <PipelineDialogs
            name={name}
            dialog={dialog}
            state={state}
            published={actions.published}
            targets={runTargets}
            readOnly={!editing}
            canRestore={!reasons.edit}
            onRestore={onRestore}
            onRetire={use.retire}
            onEdit={onEdit}
            onPublish={actions.publish}
            onRun={startRun}
            onClose={() => setDialog(undefined)}
          />
        </Suspense>
      )}
    </Box>
  );
};
