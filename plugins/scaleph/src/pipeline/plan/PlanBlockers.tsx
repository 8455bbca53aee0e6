import { Alert, Button } from '@backstage/ui';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { withoutNames } from '../lib/optionErrors';
import { problemTitle } from '../lib/problemTitle';
import classes from './PlanBlockers.module.css';

/** Which problems keep the draft from being deployed. @internal */
export const PlanBlockers = (props: {
  problems: DocumentProblem[];
  onOpen(problem: DocumentProblem): void;
}) => {
  const { problems, onOpen } = props;
  const { t } = useScalephTranslation();
  return (
    <Alert
      icon
      status="warning"
      title={t('views.plan.blocked', { count: problems.length })}
      description={
        <ul className={classes.list}>
          {problems.map((problem, index) => (
            <li key={`${index} ${problem.pointer} ${problem.code}`}>
              <Button
                size="small"
                variant="tertiary"
                onPress={() => onOpen(problem)}
              >
                {problem.node ? `${problem.node}: ` : ''}
                {problemTitle(problem, t)}
              </Button>{' '}
              <span lang="en">{withoutNames(problem.message)}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
};
