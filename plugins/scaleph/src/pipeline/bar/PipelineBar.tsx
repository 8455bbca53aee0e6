import { Text } from '@backstage/ui';
import { RiPencilLine, RiPlayLine, RiUploadLine } from '@remixicon/react';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { useStable } from '../hooks/useStable';
import { hasChanges } from '../lib/actionReasons';
import type { ActionReason, ActionReasons } from '../lib/actionReasons';
import { isDirty } from '../lib/draftReducer';
import type { DraftState } from '../lib/draftReducer';
import { OriginActions } from '../origin/OriginActions';
import { ActionButton } from './ActionButton';
import { BarMenu } from './BarMenu';
import { HistoryButtons } from './HistoryButtons';
import classes from './PipelineBar.module.css';
import { ProblemsButton } from './ProblemsButton';
import { SaveText } from './SaveText';
import { VersionText } from './VersionText';

const PENCIL = <RiPencilLine />;
const UPLOAD = <RiUploadLine />;
const PLAY = <RiPlayLine />;

/** What the bar can open. @internal */
export type PipelineDialog =
  | 'publish'
  | 'run'
  | 'versions'
  | 'settings'
  | 'job-settings'
  | 'retire'
  | 'help';

/** @internal */
export interface PipelineBarProps {
  /** Of the pipeline, where the page's header is out of sight. */
  title?: string;
  state: DraftState;
  editing: boolean;
  problems: DocumentProblem[];
  reasons: ActionReasons;
  onEditing(editing: boolean): void;
  onUndo(): void;
  onRedo(): void;
  onSave(): void;
  /** Goes back to what the server has. */
  onDropEdit(): void;
  onOpen(dialog: PipelineDialog): void;
  /** Makes the newest version the draft; absent when that would change nothing. */
  onDiscard?: () => void;
  onExport(): void;
  /** The user may retire the pipeline, and bring it back. */
  canRetire: boolean;
  onBringBack(): void;
  /** The list of problems is open. */
  showsProblems: boolean;
  onShowProblems(show: boolean): void;
}

/** Version, problems and saved state on the left; what to do next on the right. @internal */
export const PipelineBar = (props: PipelineBarProps) => {
  const { state, editing, problems, reasons, onOpen } = props;
  const { t } = useScalephTranslation();
  const say = (reason: ActionReason | undefined) =>
    reason && t(`pipeline.reason.${reason}`);
  const { history, pipeline } = state;
  // A button is drawn again only when something of it has changed.
  const onEdit = useStable(() => props.onEditing(!editing));
  const onPublish = useStable(() => onOpen('publish'));
  const onRun = useStable(() => onOpen('run'));
  const onDiscard = useStable(() => props.onDiscard?.());
  const publishFirst = reasons.publish === undefined;
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={t('pipeline.bar.label')}
    >
      <div className={`${classes.group} ${classes.status}`}>
        {props.title && (
          <Text as="h2" weight="bold" truncate className={classes.title}>
            {props.title}
          </Text>
        )}
        <VersionText
          publishedVersion={pipeline.publishedVersion}
          hasChanges={hasChanges(state)}
        />
        <ProblemsButton
          problems={problems}
          isOpen={props.showsProblems}
          onOpen={props.onShowProblems}
        />
        <SaveText status={state.status} onRetry={props.onSave} />
      </div>
      <div className={`${classes.group} ${classes.actions}`}>
        {editing && (
          <>
            <HistoryButtons
              canUndo={history.past.length > 0}
              canRedo={history.future.length > 0}
              onUndo={props.onUndo}
              onRedo={props.onRedo}
            />
            {!pipeline.origin && (
              <ActionButton
                variant="secondary"
                reason={say(reasons.save)}
                isDisabled={state.status.type === 'saving'}
                onPress={props.onSave}
              >
                {t('common.action.save')}
              </ActionButton>
            )}
          </>
        )}
        {/* One button for both, so that it keeps the focus. */}
        <ActionButton
          variant="secondary"
          iconStart={editing ? undefined : PENCIL}
          reason={editing ? undefined : say(reasons.edit)}
          onPress={onEdit}
        >
          {t(editing ? 'pipeline.action.done' : 'pipeline.action.edit')}
        </ActionButton>
        {pipeline.origin ? (
          (editing || isDirty(state)) && (
            <OriginActions state={state} onDiscard={props.onDropEdit} />
          )
        ) : (
          <ActionButton
            variant={publishFirst ? 'primary' : 'secondary'}
            iconStart={UPLOAD}
            reason={say(reasons.publish)}
            onPress={onPublish}
          >
            {t('pipeline.action.publish')}
          </ActionButton>
        )}
        <ActionButton
          variant={
            publishFirst || reasons.run !== undefined ? 'secondary' : 'primary'
          }
          iconStart={PLAY}
          reason={say(reasons.run)}
          onPress={onRun}
        >
          {t('pipeline.action.run')}
        </ActionButton>
        <BarMenu
          isRetired={pipeline.retired !== undefined}
          canRetire={props.canRetire}
          onOpen={onOpen}
          onDiscard={props.onDiscard && onDiscard}
          onExport={props.onExport}
          onBringBack={props.onBringBack}
        />
      </div>
    </div>
  );
};
