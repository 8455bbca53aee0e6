import { useLanguage, useNow } from '../hooks';
import { durationBetween, formatDuration } from '../lib/format';

/**
 * `1 h 04 min` between two instants; counts up each second while there is no
 * end, and is a dash before the start.
 */
export const Duration = (props: { from?: string; to?: string }) => {
  const language = useLanguage();
  const counts = props.from !== undefined && props.to === undefined;
  const now = useNow(counts ? 1000 : undefined);
  const length = durationBetween(props.from, props.to, now);
  if (length === undefined) return <>–</>;
  return <span>{formatDuration(length, language)}</span>;
};
