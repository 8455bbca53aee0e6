import type {
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useScalephTranslation } from '../translation';
import { EditorFrame } from './EditorFrame';
import { EditorHead } from './EditorHead';
import { EditorStatus } from './EditorStatus';
import { EditorViews } from './EditorViews';
import type { EditorData } from './hooks/useEditorData';
import { useEditorKeys } from './hooks/useEditorKeys';
import { useEditorView } from './hooks/useEditorView';
import { useEditSteps } from './hooks/useEditSteps';
import { useProblems } from './hooks/useProblems';
import { useRunStart } from './hooks/useRunStart';
import { useStable } from './hooks/useStable';
import { useStatusLine } from './hooks/useStatusLine';
import type { DraftState } from './lib/draftReducer';
import { RunStrip } from './RunStrip';

const PipelineDialogs = lazy(() =>
  import('./PipelineDialogs').then(m => ({ default: m.PipelineDialogs })),
);

const NONE: DocumentProblem[] = [];

/** The editor of a pipeline that is there. @internal */
export const LoadedEditor = (props: {
  name: string;
  data: EditorData;
  state: DraftState;
}) => {
  const { name, data, state } = props;
  const { draft, permissions, actions, use, watched } = data;
  const { t } = useScalephTranslation();
  const content = state.history.present;
  const [wantsEdit, setEditing] = useState(draft.restored);
  const [showsProblems, setShowsProblems] = useState(false);
  const [line, say] = useStatusLine();
  const { restored } = draft;
  // What came back is an edit that goes on.
  useEffect(() => {
    if (restored) {
      setEditing(true);
    }
  }, [restored]);
  const editing = wantsEdit && !state.pipeline.retired;

  const shown = useEditorView(content.document.spec.nodes);
  const checked = useProblems(content, data.catalogue, state.pipeline.problems);
  const [failing, setFailing] = useState<DocumentProblem[]>(NONE);
  const problems = useMemo(
    () => (failing.length ? [...checked, ...failing] : checked),
    [checked, failing],
  );
  const steps = useEditSteps(draft, say);
  const run = useRunStart(data, () => setEditing(false));
  useEditorKeys({
    editing,
    onFull: shown.onFull,
    onSave: draft.save,
    onUndo: steps.onUndo,
    onRedo: steps.onRedo,
    onClose: () => shown.onSelect(undefined),
    onHelp: () => run.setDialog('help'),
  });
  const onEditing = useStable((next: boolean) => {
    setEditing(next);
    if (!next) {
      draft.save();
    }
  });
  const onStart = useStable(() => setEditing(true));
  // An edit like any other: it is saved by itself, and can be undone.
  const onRestore = useStable((document: PipelineDocument, version: number) => {
    setEditing(true);
    steps.onEdit(document);
    say(t('views.versions.restored', { version: String(version) }));
  });
  // What stands around the views is drawn after the edit itself.
  const calm = useDeferredValue(draft);
  const said = useDeferredValue(line);
  return (
    <EditorFrame isFull={shown.isFull}>
      <EditorHead
        name={name}
        draft={calm}
        state={calm.state ?? state}
        permissions={permissions}
        published={actions.published}
        problems={problems}
        editing={editing}
        isFull={shown.isFull}
        showsProblems={showsProblems}
        runError={run.runError}
        onEditing={onEditing}
        onUndo={steps.onUndo}
        onRedo={steps.onRedo}
        onOpen={run.onOpen}
        onRestore={onRestore}
        onExport={use.exportArchive}
        onBringBack={use.bringBack}
        onShowProblems={setShowsProblems}
      />
      {watched.run && <RunStrip run={watched.run} onChanged={watched.reload} />}
      <EditorViews
        name={name}
        data={data}
        state={state}
        shown={shown}
        editing={editing}
        problems={problems}
        showsProblems={showsProblems}
        onShowProblems={setShowsProblems}
        onEdit={steps.onEdit}
        onStart={
          !editing && permissions.update && !state.pipeline.retired
            ? onStart
            : undefined
        }
        onQueryProblems={setFailing}
        say={say}
      />
      <EditorStatus line={said} />
      {run.dialog && (
        <Suspense fallback={null}>
          <PipelineDialogs
            name={name}
            dialog={run.dialog}
            state={state}
            published={actions.published}
            targets={data.targets}
            readOnly={!editing}
            canRestore={permissions.update && !state.pipeline.retired}
            onRestore={onRestore}
            onRetire={use.retire}
            onEdit={steps.onEdit}
            onPublish={actions.publish}
            onRun={run.onRun}
            onClose={() => run.setDialog(undefined)}
          />
        </Suspense>
      )}
    </EditorFrame>
  );
};
