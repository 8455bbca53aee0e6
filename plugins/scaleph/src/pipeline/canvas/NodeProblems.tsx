import { useScalephTranslation } from '../../translation';
import classes from './PipelineNodeCard.module.css';

interface NodeProblemsProps {
  errors: number;
  warnings: number;
}

const ProblemDot = ({ errors, warnings }: NodeProblemsProps) => {
  const { t } = useScalephTranslation();
  const label = errors
    ? t('pipeline.problems.errors', { count: errors })
    : t('pipeline.problems.warnings', { count: warnings });
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={`${classes.problem} ${
        errors ? classes.error : classes.warning
      }`}
    >
      {errors || warnings}
    </span>
  );
};

/** How many problems a node has, if it has any; of errors and warnings the errors. @internal */
export const NodeProblems = (props: NodeProblemsProps) =>
  props.errors || props.warnings ? <ProblemDot {...props} /> : null;
