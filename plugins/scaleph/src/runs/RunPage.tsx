import {
  Container,
  Flex,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { ErrorPanel, StateChip } from '../components';
import { useUrlState } from '../hooks';
import { useScalephTranslation } from '../translation';
import { NodesTable } from './NodesTable';
import { RunCause } from './RunCause';
import { RunConfiguration } from './RunConfiguration';
import { RunFacts } from './RunFacts';
import { RunGraph } from './RunGraph';
import { RunLog } from './RunLog';
import { RunOutputs } from './RunOutputs';
import { RunTimeline } from './RunTimeline';
import { StopRunButton } from './StopRunButton';
import { useRun } from './useRun';
import classes from './RunPage.module.css';

const SECTIONS = ['overview', 'timeline', 'log', 'configuration'] as const;

const Section = (props: { name: (typeof SECTIONS)[number]; run: Run }) => {
  const { name, run } = props;
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
};

/** One run, at `/scaleph/runs/:id`. @internal */
export const RunPage = ({ id }: { id: string }) => {
  const { t } = useScalephTranslation();
  const run = useRun(id);
  const [url, setUrl] = useUrlState({ section: 'overview' });
  const section = SECTIONS.find(it => it === url.section) ?? 'overview';
  const { value, error } = run;
  if (!value) {
    return (
      <Container>
        {error ? (
          <ErrorPanel
            title={t('runs.oneLoadFailed', { id })}
            error={error}
            onRetry={run.reload}
          />
        ) : (
          <div
            role="status"
            aria-label={t('common.loading', { what: t('runs.title') })}
          >
            <Flex direction="column" gap="4">
              <Skeleton width={320} height={32} />
              <Skeleton width="100%" height={48} />
              <Skeleton width="100%" height={400} />
            </Flex>
          </div>
        )}
      </Container>
    );
  }
  return (
    <Container>
      <div className={classes.head}>
        <div>
          <div className={classes.title}>
            <Text as="h2" variant="title-small">
              {t('runs.pageTitle', { pipeline: value.pipeline })}
            </Text>
            <span role="status">
              <StateChip state={value.state} reason={value.reason} />
            </span>
          </div>
          <RunFacts run={value} withPipeline />
        </div>
        <StopRunButton run={value} onStopping={run.setValue} />
      </div>
      <div className={classes.cause}>
        <RunCause run={value} />
      </div>
      <Tabs
        selectedKey={section}
        onSelectionChange={key => setUrl({ section: String(key) })}
      >
        <TabList>
          {SECTIONS.map(name => (
            <Tab key={name} id={name}>
              {t(`runs.section.${name}`)}
            </Tab>
          ))}
        </TabList>
        {SECTIONS.map(name => (
          <TabPanel key={name} id={name}>
            <div className={classes.panel}>
              {name === section && <Section name={name} run={value} />}
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </Container>
  );
};
