import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
} from '@remixicon/react';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { countProblems } from '../lib/problemsByNode';
import classes from './PipelineBar.module.css';
import { problemTitle } from '../lib/problemTitle';

/** How many problems there are; each leads to its node. @internal */
export const ProblemsMenu = (props: {
  problems: DocumentProblem[];
  onOpen(problem: DocumentProblem): void;
}) => {
  const { problems, onOpen } = props;
  const { t } = useScalephTranslation();
  const { errors, warnings } = countProblems(problems);
  if (!problems.length) {
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
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="tertiary"
        iconStart={
          errors ? (
            <RiErrorWarningLine className={classes.error} />
          ) : (
            <RiAlertLine className={classes.warning} />
          )
        }
      >
        {errors
          ? t('pipeline.problems.errors', { count: errors })
          : t('pipeline.problems.warnings', { count: warnings })}
      </Button>
      <Menu maxWidth="min(560px, 90vw)" maxHeight="400px">
        {problems.map((problem, index) => (
          <MenuItem
            key={`${index} ${problem.pointer} ${problem.code}`}
            textValue={problem.message}
            onAction={() => onOpen(problem)}
          >
            {problem.node ? `${problem.node}: ` : ''}
            {problemTitle(problem, t)}
            {problem.line === undefined ? '' : ` (${problem.line})`}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
