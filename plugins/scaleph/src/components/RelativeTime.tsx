import { useLanguage, useNow } from '../hooks';
import { formatDateTime, formatRelativeTime } from '../lib/format';

/** `3 minutes ago`; the exact time in the reader's zone on hover. */
export const RelativeTime = (props: { at: string }) => {
  const language = useLanguage();
  // Seconds count while something has just happened.
  const isYoung = Date.now() - Date.parse(props.at) < 60_000;
  const now = useNow(isYoung ? 2_000 : 15_000);
  return (
    <time dateTime={props.at} title={formatDateTime(props.at, language)}>
      {formatRelativeTime(props.at, now, language)}
    </time>
  );
};
