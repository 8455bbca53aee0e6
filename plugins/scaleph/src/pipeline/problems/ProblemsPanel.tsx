import {
  ButtonIcon,
  Text,
  ToggleButton,
  ToggleButtonGroup,
  VisuallyHidden,
} from '@backstage/ui';
import { RiAlertLine, RiCloseLine, RiErrorWarningLine } from '@remixicon/react';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { withoutNames } from '../lib/optionErrors';
import { countProblems } from '../lib/problemsByNode';
import { problemTitle } from '../lib/problemTitle';
import classes from './ProblemsPanel.module.css';

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: at => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Every problem of the draft; each leads to its node, field or line. @internal */
export const ProblemsPanel = (props: {
  problems: DocumentProblem[];
  onJump(problem: DocumentProblem): void;
  onClose(): void;
}) => {
  const { problems, onJump, onClose } = props;
  const { t } = useScalephTranslation();
  const [severity, setSeverity] = useState('all');
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);

  const shown = problems.filter(
    it => severity === 'all' || it.severity === severity,
  );
  const { errors, warnings } = countProblems(problems);
  const counts = { all: problems.length, error: errors, warning: warnings };
  const at = Math.min(current, Math.max(0, shown.length - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const next = step(at, shown.length - 1);
      setCurrent(next);
      list.current?.querySelectorAll('button')[next]?.focus();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it
    <section
      className={classes.panel}
      aria-label={t('pipeline.problems.title')}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head}>
        <ToggleButtonGroup
          aria-label={t('views.problems.filter')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[severity]}
          onSelectionChange={keys => setSeverity(String([...keys][0]))}
        >
          {(['all', 'error', 'warning'] as const).map(id => (
            <ToggleButton key={id} id={id} size="small">
              {t(`views.problems.${id}`, { number: String(counts[id]) })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('common.action.close')}
          onPress={onClose}
        />
      </div>
      {shown.length === 0 && (
        <Text color="secondary" className={classes.none}>
          {t('pipeline.problems.none')}
        </Text>
      )}
      <ul ref={list} className={classes.list}>
        {shown.map((problem, index) => (
          <li key={`${index} ${problem.pointer} ${problem.code}`}>
            <button
              type="button"
              className={classes.problem}
              // One stop for the Tab key; arrows go on from there.
              tabIndex={index === at ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onClick={() => onJump(problem)}
            >
              {problem.severity === 'error' ? (
                <RiErrorWarningLine size={16} className={classes.error} />
              ) : (
                <RiAlertLine size={16} className={classes.warning} />
              )}
              <span className={classes.where} title={problem.node}>
                {problem.node ?? ''}
                {problem.line === undefined
                  ? ''
                  : t('views.problems.line', { line: String(problem.line) })}
              </span>
              <span>
                <VisuallyHidden>
                  {t(`views.problems.severity.${problem.severity}`)}
                </VisuallyHidden>
                <strong>{problemTitle(problem, t)}</strong>{' '}
                <span lang="en">{withoutNames(problem.message)}</span>{' '}
                {problem.fix && (
                  <span lang="en" className={classes.fix}>
                    {problem.fix}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

export default ProblemsPanel;
