import { useLanguage } from '../hooks';
import { formatCount, formatExactCount } from '../lib/format';

/** `1.2 M`, with every digit on hover. */
export const RowCount = (props: { count: number }) => {
  const language = useLanguage();
  return (
    <span title={formatExactCount(props.count, language)}>
      {formatCount(props.count, language)}
    </span>
  );
};
