import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useApiResource } from '../hooks';
import { useScalephTranslation } from '../translation';
import { PlanArtifacts } from './PlanArtifacts';
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
  return (
    <div className={classes.view}>
      <PlanArtifacts
        plan={plan.value}
        help={t('pipeline.plan.help', {
          engine: plan.value.engine,
          target: plan.value.target,
        })}
      />
    </div>
  );
};
