import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useDebounced } from '../hooks';

/** A search box that asks when typing pauses, not at each letter. */
export const DebouncedSearch = (props: {
  label: string;
  value: string;
  onChange(value: string): void;
  className?: string;
}) => {
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const settled = useDebounced(typed, 250);

  // Back, or "Clear filters", changed it from outside.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (settled !== value) onChange(settled);
    // Only what the user typed counts, not a change from outside.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  return (
    <SearchField
      className={props.className}
      size="small"
      aria-label={props.label}
      placeholder={props.label}
      value={typed}
      onChange={setTyped}
    />
  );
};
