import { SearchField } from '@backstage/ui';
import { ReactNode, useEffect, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import type { LayoutItem } from '../lib/optionLayout';
import { shownNames } from '../lib/optionLayout';
import type { OptionGroup } from '../lib/optionSchema';
import classes from './OptionsForm.module.css';

// More than these are found faster by a word than by eye.
const MANY_OPTIONS = 10;

/** A section of the form that folds, with a filter where it is long. @internal */
export const OptionSection = (props: {
  group: OptionGroup;
  items: LayoutItem[];
  /** How many of its options are set. */
  set: number;
  /** Something in it is wrong: it is open. */
  hasErrors: boolean;
  /** Words that an option is found by. */
  wordsOf(name: string): string;
  children(items: LayoutItem[]): ReactNode;
}) => {
  const { group, items, set, hasErrors, wordsOf, children } = props;
  const { t } = useScalephTranslation();
  const [isOpen, setOpen] = useState(hasErrors);
  const [search, setSearch] = useState('');
  useEffect(() => {
    if (hasErrors) setOpen(true);
  }, [hasErrors]);
  const typed = search.trim().toLocaleLowerCase();
  const names = (item: LayoutItem) =>
    item.type === 'choice' ? item.names : shownNames(item);
  const shown = typed
    ? items.filter(item =>
        names(item).some(it => wordsOf(it).toLocaleLowerCase().includes(typed)),
      )
    : items;
  return (
    <details
      className={classes.group}
      open={isOpen}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t(`nodeForm.group.${group === 'basic' ? 'tuning' : group}`)}
        {set > 0 && (
          <span className={classes.count}>
            {t('nodeForm.set', { number: String(set) })}
          </span>
        )}
      </summary>
      {isOpen && (
        <>
          {items.length > MANY_OPTIONS && (
            <div className={classes.filter}>
              <SearchField
                size="small"
                aria-label={t('nodeForm.filter')}
                placeholder={t('nodeForm.filter')}
                value={search}
                onChange={setSearch}
              />
            </div>
          )}
          {shown.length ? children(shown) : <p>{t('nodeForm.noneFound')}</p>}
        </>
      )}
    </details>
  );
};
