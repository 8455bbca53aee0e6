import type {
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { memo } from 'react';
import { ErrorPanel } from '../components';
import { useScalephTranslation } from '../translation';
import { PipelineBar } from './bar/PipelineBar';
import type { PipelineDialog } from './bar/PipelineBar';
import type { PipelineDraft } from './hooks/usePipelineDraft';
import type { PipelinePermissions } from './hooks/usePipelinePermissions';
import { actionReasons, hasChanges } from './lib/actionReasons';
import type { DraftState } from './lib/draftReducer';
import { countProblems } from './lib/problemsByNode';
import { OriginNotice } from './origin/OriginNotice';
import { PipelineNotices } from './PipelineNotices';
import classes from './PipelineEditor.module.css';

/** @internal */
export interface EditorHeadProps {
  name: string;
  /** As it was a moment ago. */
  draft: PipelineDraft;
  state: DraftState;
  permissions: PipelinePermissions;
  published?: PipelineDocument;
  problems: DocumentProblem[];
  editing: boolean;
  isFull: boolean;
  showsProblems: boolean;
  /** Why a run could not be started. */
  runError?: Error;
  onEditing(editing: boolean): void;
  onUndo(): void;
  onRedo(): void;
  onOpen(dialog: PipelineDialog): void;
  onRestore(document: PipelineDocument, version: number): void;
  onExport(): void;
  onBringBack(): void;
  onShowProblems(show: boolean): void;
}

/**
 * The bar and the notices below it. An edit is drawn without waiting for them:
 * what they are given follows it.
 *
 * @internal
 */
export const EditorHead = memo((props: EditorHeadProps) => {
  const { name, draft, state, permissions, published, problems } = props;
  const { t } = useScalephTranslation();
  const { dispatch } = draft;
  const { document } = state.history.present;
  const { errors } = countProblems(problems);
  const reasons = actionReasons(state, permissions, errors);
  const canDiscard = published && hasChanges(state) && !reasons.edit;
  return (
    <>
      <PipelineBar
        title={props.isFull ? document.metadata.title ?? name : undefined}
        state={state}
        editing={props.editing}
        problems={problems}
        reasons={reasons}
        onEditing={props.onEditing}
        onUndo={props.onUndo}
        onRedo={props.onRedo}
        onSave={draft.save}
        onDropEdit={() =>
          dispatch({ type: 'edit', content: state.saved, at: Date.now() })
        }
        onOpen={props.onOpen}
        onDiscard={
          canDiscard
            ? () =>
                props.onRestore(published, state.pipeline.publishedVersion ?? 0)
            : undefined
        }
        onExport={props.onExport}
        canRetire={permissions.delete}
        onBringBack={props.onBringBack}
        showsProblems={props.showsProblems}
        onShowProblems={props.onShowProblems}
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
          onBringBack={permissions.delete ? props.onBringBack : undefined}
        />
        {props.runError && (
          <ErrorPanel
            title={t('pipeline.run.failed', { name })}
            error={props.runError}
          />
        )}
      </div>
    </>
  );
});
