import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { ErrorText } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './ImportProblems.module.css';

/** What is wrong with a document, each with the place in the text. */
export const ImportProblems = (props: { problems: DocumentProblem[] }) => {
  const { t } = useScalephTranslation();
  return (
    <ul className={classes.list} aria-label={t('pages.import.problems')}>
      {props.problems.map(problem => (
        <li key={`${problem.code} ${problem.pointer} ${problem.message}`}>
          <ErrorText severity={problem.severity}>
            {t(`pages.import.severity.${problem.severity}`)}
          </ErrorText>{' '}
          {problem.message}{' '}
          <span className={classes.where}>
            {problem.line === undefined
              ? problem.pointer
              : t('pages.import.line', { line: String(problem.line) })}
          </span>
          {problem.fix && <div>{problem.fix}</div>}
        </li>
      ))}
    </ul>
  );
};
