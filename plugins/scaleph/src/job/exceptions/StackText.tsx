import { useMemo } from 'react';
import { useScalephTranslation } from '../../translation';
import { foldStack } from '../lib/foldStack';
import classes from './Exceptions.module.css';

/** A Java stack: what it says in plain sight, its frames folded. @internal */
export const StackText = ({ stack }: { stack: string }) => {
  const { t } = useScalephTranslation();
  const parts = useMemo(() => foldStack(stack), [stack]);
  return (
    <div className={classes.stack}>
      {parts.map((part, index) =>
        part.kind === 'message' ? (
          // Parts have no other identity than their place.
          // eslint-disable-next-line react/no-array-index-key
          <pre key={index} className={classes.message}>
            {part.text}
          </pre>
        ) : (
          // eslint-disable-next-line react/no-array-index-key
          <details key={index}>
            <summary>
              {t('job.exceptions.frames', { count: part.lines.length })}
            </summary>
            <pre
              className={classes.frames}
              // A box that scrolls has to be reachable by keys.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
            >
              {part.lines.join('\n')}
            </pre>
          </details>
        ),
      )}
    </div>
  );
};
