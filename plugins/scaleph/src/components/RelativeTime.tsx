import { useLanguage, useNow } from '../hooks';
import { formatDateTime, formatRelativeTime } from '../lib/format';

/** `3 minutes ago`; the exact time in the reader's zone on hover. */
export const RelativeTime = (props: { at: string }) => {
  const language = useLanguage();
  const now = useNow(15_000);
  return (
    <time dateTime={props.at} title={formatDateTime(props.at, language)}>
      {formatRelativeTime(props.at, now, language)}
    </time>
  );
};
