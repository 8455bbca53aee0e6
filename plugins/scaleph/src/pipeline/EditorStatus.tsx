import { memo } from 'react';
import classes from './PipelineEditor.module.css';
import type { StatusLine } from './hooks/useStatusLine';

/** What just happened, seen and heard. @internal */
export const EditorStatus = memo(({ line }: { line: StatusLine }) => {
  const { message, count } = line;
  return (
    <div role="status" className={classes.status}>
      {message && (
        <span key={count}>
          {typeof message === 'function' ? message() : message}
        </span>
      )}
    </div>
  );
});
