import { Content } from '@backstage/core-components';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import {
  ANNOTATION_PIPELINE,
  pipelineNameOf,
} from '@scaleph/backstage-plugin-scaleph-common';
import { EmptyState } from '../components';
import { useScalephTranslation } from '../translation';
import { CurrentRun } from './CurrentRun';
import { pinActive } from './lib/pinActive';
import { RunsTable } from './RunsTable';
import { useRuns } from './useRuns';
import classes from './RunsTab.module.css';

const Runs = ({ pipeline }: { pipeline: string }) => {
  const { t } = useScalephTranslation();
  const newest = useRuns({ pipeline, limit: 5 });
  const [current] = pinActive([], newest.value?.items ?? []);
  return (
    <>
      {current && <CurrentRun key={current.id} id={current.id} />}
      {current && (
        <Text as="h3" variant="title-x-small" className={classes.history}>
          {t('runs.tab.history')}
        </Text>
      )}
      <RunsTable
        pipeline={pipeline}
        whenNone={
          <EmptyState
            title={t('runs.empty.title')}
            description={t('runs.empty.help')}
          />
        }
      />
    </>
  );
};

/** Tab Runs of a pipeline's entity page. @internal */
export const RunsTab = () => {
  const { entity } = useEntity();
  const name = pipelineNameOf(entity);
  return (
    <Content noPadding>
      {name ? (
        <Runs key={name} pipeline={name} />
      ) : (
        <MissingAnnotationEmptyState annotation={ANNOTATION_PIPELINE} />
      )}
    </Content>
  );
};
