import { Button } from '@backstage/ui';
import { errorAdvice, SaveState } from '../../components';
import type { SaveStatus as ShownStatus } from '../../components';
import { useScalephTranslation } from '../../translation';
import type { SaveStatus } from '../lib/draftReducer';

/** Where the draft stands, always in the same place. @internal */
export const SaveText = (props: { status: SaveStatus; onRetry(): void }) => {
  const { status, onRetry } = props;
  const { t } = useScalephTranslation();
  let shown: ShownStatus;
  if (status.type === 'saved') {
    if (status.at === undefined) {
      return null;
    }
    shown = { status: 'saved', at: new Date(status.at).toISOString() };
  } else if (status.type === 'failed') {
    const isUnreachable = errorAdvice(status.error) === 'unreachable';
    shown = {
      status: 'failed',
      message: isUnreachable
        ? t('pipeline.save.unreachable')
        : status.error.message,
    };
  } else if (status.type === 'unreadable') {
    shown = { status: 'failed', message: t('pipeline.save.unreadable') };
  } else {
    shown = { status: status.type };
  }
  return (
    <>
      <SaveState value={shown} />
      {status.type === 'failed' && (
        <Button size="small" variant="tertiary" onPress={onRetry}>
          {t('common.action.retry')}
        </Button>
      )}
    </>
  );
};
