import { Flex, Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, ReactNode, Suspense } from 'react';
import { useUrlState } from '../hooks';
import { hasJob } from '../job/hasJob';
import { useScalephTranslation } from '../translation';
import { NodesTable } from './NodesTable';
import { RunConfiguration } from './RunConfiguration';
import { RunGraph } from './RunGraph';
import { RunLog } from './RunLog';
import { RunOutputs } from './RunOutputs';
import { RunTimeline } from './RunTimeline';
import classes from './RunPage.module.css';

// What only a job of a cluster has is not loaded for other runs.
const JobSection = lazy(() => import('../job/JobSection'));

/** Parts of a run's page; a job has more of them than a run of ours. @internal */
export type RunSection =
  | 'overview'
  | 'graph'
  | 'timeline'
  | 'log'
  | 'checkpoints'
  | 'exceptions'
  | 'configuration';

/** The parts that a run has. @internal */
export function runSections(run: Run): RunSection[] {
  if (!hasJob(run)) {
    return ['overview', 'timeline', 'log', 'configuration'];
  }
  const isBatch = run.mode === 'batch';
  return [
    'overview',
    'graph',
    'log',
    // The state of a batch job ends with it.
    ...(isBatch ? [] : (['checkpoints'] as const)),
    'exceptions',
    'configuration',
  ];
}

function section(name: RunSection, run: Run): ReactNode {
  switch (name) {
    case 'timeline':
      return <RunTimeline run={run} />;
    case 'log':
      return <RunLog run={run} />;
    case 'configuration':
      return <RunConfiguration run={run} />;
    default:
      return (
        <Flex direction="column" gap="5">
          <RunGraph run={run} large />
          <NodesTable run={run} />
          <RunOutputs outputs={run.outputs} />
        </Flex>
      );
  }
}

/** The parts of a run's page, one of them open; which is kept in the URL. @internal */
export const RunTabs = (props: { run: Run; onChanged(run: Run): void }) => {
  const { run, onChanged } = props;
  const { t } = useScalephTranslation();
  const [url, setUrl] = useUrlState({ section: 'overview' });
  const sections = runSections(run);
  const open = sections.find(it => it === url.section) ?? 'overview';
  return (
    <Tabs
      selectedKey={open}
      onSelectionChange={key => setUrl({ section: String(key) })}
    >
      <TabList className={classes.tabs}>
        {sections.map(name => (
          <Tab key={name} id={name}>
            {t(`runs.section.${name}`)}
          </Tab>
        ))}
      </TabList>
      {sections.map(name => (
        <TabPanel key={name} id={name}>
          <div className={classes.panel}>
            {name === open && !hasJob(run) && section(name, run)}
            {name === open && hasJob(run) && (
              <Suspense fallback={<Skeleton width="100%" height={320} />}>
                <JobSection name={name} run={run} onChanged={onChanged} />
              </Suspense>
            )}
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
};
