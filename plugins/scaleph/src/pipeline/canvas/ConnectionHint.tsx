import { useScalephTranslation } from '../../translation';
import type { ConnectionProblem } from '../lib/connectionProblem';
import { useConnectionAnswer } from './Connecting';
import classes from './ConnectionHint.module.css';

type Refusal = Exclude<ConnectionProblem, 'self'>;

const Refused = ({ why }: { why: Refusal }) => {
  const { t } = useScalephTranslation();
  return (
    <span className={classes.refused} data-connection={why}>
      <span className={classes.reason}>{t(`canvas.refused.${why}`)}</span>
    </span>
  );
};

/** Over a card while an edge is drawn: that it may end there, or why not. @internal */
export const ConnectionHint = ({ node }: { node: string }) => {
  const answer = useConnectionAnswer(node);
  if (!answer || answer === 'self') {
    return null;
  }
  return answer === 'allowed' ? (
    <span className={classes.allowed} data-connection="allowed" />
  ) : (
    <Refused why={answer} />
  );
};
