import { useApi } from '@backstage/core-plugin-api';
import { Alert, Flex, Skeleton, Text } from '@backstage/ui';
import { scalephApiRef } from '../api';
import { CopyButton, ErrorPanel } from '../components';
import { useApiResource } from '../hooks';
import { useScalephTranslation } from '../translation';
import classes from './PlanView.module.css';

/** The exact artefacts that a run of the draft would submit. @internal */
export const PlanView = (props: {
  pipeline: string;
  /** Changes with every save: the plan is that of the saved draft. */
  etag: string;
  /** Saves what is not saved yet, so that the plan shows it. */
  save(): Promise<unknown>;
}) => {
  const { pipeline, etag, save } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const plan = useApiResource(
    async signal => {
      await save();
      return api.planPipeline(pipeline, { version: 'draft' }, { signal });
    },
    [api, pipeline, etag],
    { keepPrevious: true },
  );
  if (plan.error) {
    return (
      <div className={classes.view}>
        <ErrorPanel
          title={t('pipeline.plan.failed', { name: pipeline })}
          error={plan.error}
          onRetry={plan.reload}
        />
      </div>
    );
  }
  if (!plan.value) {
    return (
      <div className={classes.view}>
        <Skeleton width="100%" height={240} />
      </div>
    );
  }
  const { engine, target, artifacts, warnings } = plan.value;
  return (
    <div className={classes.view}>
      <Flex direction="column" gap="4">
        <Text color="secondary">
          {t('pipeline.plan.help', { engine, target })}
        </Text>
        {warnings.map(warning => (
          <Alert
            key={`${warning.pointer} ${warning.code}`}
            icon
            status="warning"
            title={warning.message}
            description={warning.fix}
          />
        ))}
        {artifacts.map(artifact => (
          <section key={artifact.name} aria-label={artifact.name}>
            <Flex justify="between" align="center">
              <Text as="h4" variant="body-medium" weight="bold">
                {artifact.name}
              </Text>
              <CopyButton text={artifact.content} />
            </Flex>
            <pre
              className={classes.content}
              // A box that scrolls has to be reachable by keys.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
            >
              {artifact.content}
            </pre>
          </section>
        ))}
      </Flex>
    </div>
  );
};
