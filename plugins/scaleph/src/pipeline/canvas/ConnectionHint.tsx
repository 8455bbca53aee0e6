import { useScalephTranslation } from '../../translation';
import { useConnectionAnswer } from './Connecting';
import classes from './ConnectionHint.module.css';

/** Over a card while an edge is drawn: that it may end there, or why not. @internal */
export const ConnectionHint = ({ node }: { node: string }) => {
  const answer = useConnectionAnswer(node);
  const { t } = useScalephTranslation();
  if (!answer || answer === 'self') {
    return null;
  }
  if (answer === 'allowed') {
    return <span className={classes.allowed} data-connection="allowed" />;
  }
  return (
    <span className={classes.refused} data-connection={answer}>
      <span className={classes.reason}>{t(`canvas.refused.${answer}`)}</span>
    </span>
  );
};
