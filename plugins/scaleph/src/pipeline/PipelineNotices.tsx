import { Alert, Button, Flex } from '@backstage/ui';
import { RelativeTime } from '../components';
import { useScalephTranslation } from '../translation';
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
    const { updatedBy, updatedAt } = status.theirs;
    const keepMine = () => {
      draft.dispatch({ type: 'keep-mine' });
      draft.save();
    };
    return (
      <div role="alert">
        <Alert
          icon
          status="warning"
          title={t('pipeline.conflict.title')}
          description={
            <>
              {t('pipeline.conflict.help', {
                user: updatedBy.split('/').pop() ?? updatedBy,
              })}{' '}
              <RelativeTime at={updatedAt} />
            </>
          }
          customActions={
            <Flex gap="2">
              <Button
                size="small"
                variant="secondary"
                onPress={() =>
                  draft.dispatch({ type: 'take-theirs', at: Date.now() })
                }
              >
                {t('pipeline.conflict.theirs')}
              </Button>
              <Button size="small" variant="primary" onPress={keepMine}>
                {t('pipeline.conflict.mine')}
              </Button>
            </Flex>
          }
        />
      </div>
    );
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
