import { Button } from '@backstage/ui';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
} from '@remixicon/react';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { memo } from 'react';
import { useScalephTranslation } from '../../translation';
import { countProblems } from '../lib/problemsByNode';
import classes from './PipelineBar.module.css';

/** How many problems there are; opens and closes their list. @internal */
export const ProblemsButton = memo(
  (props: {
    problems: DocumentProblem[];
    isOpen: boolean;
    onOpen(open: boolean): void;
  }) => {
    const { problems, isOpen, onOpen } = props;
    const { t } = useScalephTranslation();
    const { errors, warnings } = countProblems(problems);
    if (!problems.length && !isOpen) {
      return (
        <Button
          size="small"
          variant="tertiary"
          isDisabled
          iconStart={<RiCheckboxCircleLine />}
        >
          {t('pipeline.problems.none')}
        </Button>
      );
    }
    const label = errors
      ? t('pipeline.problems.errors', { count: errors })
      : t('pipeline.problems.warnings', { count: warnings });
    const icon = errors ? (
      <RiErrorWarningLine className={classes.error} />
    ) : (
      <RiAlertLine className={classes.warning} />
    );
    return (
      <Button
        size="small"
        variant="tertiary"
        aria-expanded={isOpen}
        iconStart={problems.length ? icon : <RiCheckboxCircleLine />}
        onPress={() => onOpen(!isOpen)}
      >
        {problems.length ? label : t('pipeline.problems.none')}
      </Button>
    );
  },
);
