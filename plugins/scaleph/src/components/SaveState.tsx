import { Text } from '@backstage/ui';
import { useLanguage, useNow } from '../hooks';
import { formatRelativeTime } from '../lib/format';
import { useScalephTranslation } from '../translation';
import { ErrorText } from './ErrorText';

/** Where an edit stands; a choice on conflict is the caller's to offer. */
export type SaveStatus =
  | { status: 'saving' }
  | { status: 'saved'; at: string }
  | { status: 'unsaved' }
  | { status: 'failed'; message: string }
  | { status: 'conflict' };

/** `Saved 3 seconds ago`, announced politely to screen readers. */
export const SaveState = (props: { value: SaveStatus }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const { value } = props;
  const now = useNow(value.status === 'saved' ? 10_000 : undefined);
  const bad = value.status === 'failed' || value.status === 'conflict';

  let text: string;
  if (value.status === 'saved') {
    text = t('common.save.saved', {
      when: formatRelativeTime(value.at, now, language),
    });
  } else if (value.status === 'failed') {
    text = t('common.save.failed', { message: value.message });
  } else {
    text = t(`common.save.${value.status}`);
  }
  return (
    <span role="status" aria-live={value.status === 'saved' ? 'off' : 'polite'}>
      <Text variant="body-small" color="secondary">
        {bad ? <ErrorText>{text}</ErrorText> : text}
      </Text>
    </span>
  );
};
