import classes from './PipelineEditor.module.css';
import type { StatusLine } from './hooks/useStatusLine';

/** What just happened, seen and heard. @internal */
export const EditorStatus = ({ line }: { line: StatusLine }) => (
  <div role="status" className={classes.status}>
    {line.message && <span key={line.count}>{line.message}</span>}
  </div>
);
