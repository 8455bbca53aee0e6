import { Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { EmptyState, LookChip } from '../../components';
import type { SqlPlan } from '../console/useSqlPlans';
import { useScalephTranslation } from '../../translation';
import type { StatementRun } from '../run/StatementRun';
import { ErrorNotice } from './ErrorNotice';
import { ResultView } from './ResultView';
import classes from './ResultPanel.module.css';

const PlanView = lazy(() => import('./PlanView'));

const firstWords = (statement: string) => {
  const text = statement.replace(/\s+/g, ' ');
  return text.length > 28 ? `${text.slice(0, 28)}…` : text;
};

const RunTitle = (props: { run: StatementRun; number: number }) => {
  const { run, number } = props;
  const { status } = useSyncExternalStore(run.subscribe, run.snapshot);
  const { t } = useScalephTranslation();
  const isPlain = status === 'finished';
  return (
    <span className={classes.title} title={run.statement}>
      {number} {firstWords(run.statement)}
      {!isPlain && (
        <span className={classes[status]}>{t(`sql.status.${status}`)}</span>
      )}
    </span>
  );
};

/** A tab for each statement that ran, and one for the plan that was asked for. */
export const ResultPanel = (props: {
  runs: readonly StatementRun[];
  plan?: SqlPlan;
  selected?: string;
  onSelect(id: string): void;
  onShowError(statement: string): void;
  onRunAgain(statement: string): void;
}) => {
  const { runs, plan, onSelect, onShowError, onRunAgain } = props;
  const { t } = useScalephTranslation();
  const ids = [...runs.map(it => it.id), ...(plan ? ['plan'] : [])];
  if (!ids.length) {
    return (
      <EmptyState
        title={t('sql.result.none')}
        description={t('sql.result.noneHelp')}
      />
    );
  }
  // Unless one is chosen: what began last, which is where an error is.
  const begun = runs.filter(it => it.snapshot().startedAt !== undefined);
  const usual = plan ? 'plan' : (begun.at(-1) ?? runs[0]).id;
  const selected =
    props.selected && ids.includes(props.selected) ? props.selected : usual;
  return (
    <Tabs
      className={classes.root}
      selectedKey={selected}
      onSelectionChange={key => onSelect(String(key))}
    >
      <TabList className={classes.tabs} aria-label={t('sql.result.tabs')}>
        {[
          ...runs.map((run, index) => (
            <Tab key={run.id} id={run.id}>
              <RunTitle run={run} number={index + 1} />
            </Tab>
          )),
          ...(plan
            ? [
                <Tab key="plan" id="plan">
                  {t('sql.plan.title')}
                </Tab>,
              ]
            : []),
        ]}
      </TabList>
      {runs.map(run => (
        <TabPanel key={run.id} id={run.id} className={classes.panel}>
          <ResultView
            run={run}
            onShowError={() => onShowError(run.statement)}
            onRunAgain={() => onRunAgain(run.statement)}
          />
        </TabPanel>
      ))}
      {plan && (
        <TabPanel id="plan" className={classes.panel}>
          {!plan.explanation && (
            <LookChip look="running" label={t('sql.plan.asking')} />
          )}
          {plan.error && (
            <ErrorNotice
              title={t('sql.plan.failed')}
              error={plan.error}
              statement={plan.statement}
              onShow={() => onShowError(plan.statement)}
            />
          )}
          {plan.explanation?.ok && (
            <Suspense fallback={<Skeleton width="100%" height="100%" />}>
              <PlanView explanation={plan.explanation} />
            </Suspense>
          )}
        </TabPanel>
      )}
    </Tabs>
  );
};
