import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { Box } from '@backstage/ui';
import { hasGraph } from '@scaleph/backstage-plugin-scaleph-common';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useEffect, useState } from 'react';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useApiResource, useUrlState } from '../hooks';
import { useScalephTranslation } from '../translation';
import { PipelineBar } from './bar/PipelineBar';
import type { PipelineDialog } from './bar/PipelineBar';
import { useCatalogue } from './hooks/useCatalogue';
import { useEditorKeys } from './hooks/useEditorKeys';
import { usePipelineActions } from './hooks/usePipelineActions';
import { usePipelineDraft } from './hooks/usePipelineDraft';
import { usePipelinePermissions } from './hooks/usePipelinePermissions';
import { useProblems } from './hooks/useProblems';
import { useWatchedRun } from './hooks/useWatchedRun';
import { actionReasons } from './lib/actionReasons';
import { fromDocument } from './lib/draftContent';
import type { DraftContent } from './lib/draftContent';
import { addNode } from './lib/editGraph';
import type { NodePlace } from './lib/editGraph';
import { isInnerPointer } from './lib/pipelineShape';
import { countProblems } from './lib/problemsByNode';
import { asksBeforeRun } from './lib/asksBeforeRun';
import { PaletteDialog } from './dialogs/PaletteDialog';
import { PipelineBody } from './PipelineBody';
import { PipelineDialogs } from './PipelineDialogs';
import classes from './PipelineEditor.module.css';
import readable from './readable.module.css';
import { PipelineNotices } from './PipelineNotices';
import { PipelineSkeleton } from './PipelineSkeleton';
import { RunStrip } from './RunStrip';
import { ViewSwitch } from './ViewSwitch';
import type { PipelineViewName } from './ViewSwitch';

/** One pipeline: seen, edited, saved, published and run. @internal */
export const PipelineEditor = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const draft = usePipelineDraft(name);
  const catalogue = useCatalogue();
  const permissions = usePipelinePermissions(name);
  const actions = usePipelineActions(name, draft);
  const targets = useApiResource(signal => api.listTargets({ signal }), [api]);
  const watched = useWatchedRun(draft.state?.pipeline);
  const [url, setUrl] = useUrlState({ view: 'graph', node: '' });
  const [editing, setEditing] = useState(false);
  const [dialog, setDialog] = useState<PipelineDialog>();
  const [place, setPlace] = useState<NodePlace>();
  const [arranged, setArranged] = useState(0);
  const [runError, setRunError] = useState<Error>();

  const { state, dispatch, restored } = draft;
  // What came back is an edit that goes on.
  useEffect(() => {
    if (restored) {
      setEditing(true);
    }
  }, [restored]);
  const content = state?.history.present;
  const problems = useProblems(content, catalogue);
  const selected = content?.document.spec.nodes.some(it => it.id === url.node)
    ? url.node
    : undefined;
  const view = url.view as PipelineViewName;

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
  const onUndo = () => dispatch({ type: 'undo' });
  const onRedo = () => dispatch({ type: 'redo' });
  useEditorKeys({
    editing,
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
  const onProblem = (problem: DocumentProblem) => {
    if (!content.textProblems.length && isInnerPointer(problem.pointer)) {
      setUrl({ view: 'graph' });
      return;
    }
    const hasPlace = problem.node !== undefined && !content.textProblems.length;
    setUrl(hasPlace ? { view: 'graph', node: problem.node } : { view: 'yaml' });
  };
  return (
    <Box
      as="section"
      bg="neutral"
      className={`${classes.root} ${readable.readable}`}
      aria-label={t('pipeline.tab.title')}
    >
      <PipelineBar
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
        onOpen={onOpen}
        onProblem={onProblem}
      />
      <div className={classes.notices}>
        <PipelineNotices state={state} draft={draft} />
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
        onView={next => setUrl({ view: next })}
        onAdd={
          editing &&
          view !== 'plan' &&
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
        selected={selected}
        onSelect={onSelect}
        onAdd={setPlace}
        fitKey={`${arranged} ${content.document.spec.nodes.length}`}
        onFit={() => setArranged(it => it + 1)}
        onEdit={onEdit}
      />
      <PaletteDialog
        place={place}
        connectors={catalogue.connectors}
        onClose={() => setPlace(undefined)}
        onChoose={connector => {
          const { document, id } = addNode(
            content.document,
            catalogue.connectors,
            connector,
            place,
          );
          setPlace(undefined);
          onEdit(document);
          onSelect(id);
        }}
      />
      <PipelineDialogs
        name={name}
        dialog={dialog}
        state={state}
        published={actions.published}
        targets={runTargets}
        readOnly={!editing}
        onEdit={onEdit}
        onPublish={actions.publish}
        onRun={startRun}
        onClose={() => setDialog(undefined)}
      />
    </Box>
  );
};
