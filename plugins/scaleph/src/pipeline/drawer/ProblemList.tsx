import { Alert } from '@backstage/ui';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { shortMessage } from '../lib/optionErrors';
import { problemTitle } from '../lib/problemTitle';
import classes from './NodeDrawer.module.css';

/** What is wrong with the selected node. @internal */
export const ProblemList = (props: { problems: DocumentProblem[] }) => {
  const { t } = useScalephTranslation();
  if (!props.problems.length) {
    return null;
  }
  return (
    <ul className={classes.problems} aria-label={t('pipeline.problems.title')}>
      {props.problems.map(problem => (
        <li key={`${problem.pointer} ${problem.code} ${problem.message}`}>
          <Alert
            icon
            status={problem.severity === 'error' ? 'danger' : 'warning'}
            title={problemTitle(problem, t)}
            description={shortMessage(problem)}
          />
        </li>
      ))}
    </ul>
  );
};
