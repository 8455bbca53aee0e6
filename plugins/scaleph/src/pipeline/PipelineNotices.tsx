import { Alert, Button } from '@backstage/ui';
import { RelativeTime } from '../components';
import { useScalephTranslation } from '../translation';
import { ConflictNotice } from './conflict/ConflictNotice';
import type { PipelineDraft } from './hooks/usePipelineDraft';
import { fromDocument } from './lib/draftContent';
import type { DraftState } from './lib/draftReducer';
import { isDirty } from './lib/draftReducer';

/** What needs a decision before the edit goes on: nothing is lost by either choice. @internal */
export const PipelineNotices = (props: {
  state: DraftState;
  draft: PipelineDraft;
  /** Absent when the user may not. */
  onBringBack?: () => void;
}) => {
  const { state, draft } = props;
  const { t } = useScalephTranslation();
  const { status, history, saved } = state;
  if (status.type === 'conflict') {
    return <ConflictNotice state={state} draft={draft} />;
  }
  const { retired } = state.pipeline;
  if (retired) {
    const user = retired.by.split('/').pop() ?? retired.by;
    return (
      <Alert
        icon
        status="info"
        title={t('views.retire.notice')}
        description={
          <>
            {retired.message ? `${retired.message} — ` : ''}
            {t('views.retire.by', { user })} <RelativeTime at={retired.at} />
          </>
        }
        customActions={
          props.onBringBack && (
            <Button
              size="small"
              variant="secondary"
              onPress={props.onBringBack}
            >
              {t('views.retire.bringBack')}
            </Button>
          )
        }
      />
    );
  }
  if (draft.restored && isDirty(state)) {
    return (
      <Alert
        icon
        status="info"
        title={t('pipeline.restored.title')}
        customActions={
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              draft.dispatch({ type: 'edit', content: saved, at: Date.now() })
            }
          >
            {t('pipeline.restored.discard')}
          </Button>
        }
      />
    );
  }
  if (status.type === 'unreadable') {
    return (
      <Alert
        icon
        status="warning"
        title={t('pipeline.unreadable.title')}
        description={t('pipeline.unreadable.help')}
        customActions={
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              draft.dispatch({
                type: 'edit',
                content: fromDocument(history.present.document),
                at: Date.now(),
              })
            }
          >
            {t('pipeline.unreadable.discard')}
          </Button>
        }
      />
    );
  }
  return null;
};
