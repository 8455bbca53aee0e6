import { useApi } from '@backstage/core-plugin-api';
import { Flex, Select, Skeleton, Text } from '@backstage/ui';
import {
  DocumentProblem,
  ScalephApiError,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ErrorPanel } from '../components';
import { useApiResource, useUrlState } from '../hooks';
import { chooseTarget } from '../job/settings/chooseTarget';
import { useScalephTranslation } from '../translation';
import { useTargetLabel } from './dialogs/useTargetLabel';
import { PlanArtifacts } from './PlanArtifacts';
import { PlanBlockers } from './plan/PlanBlockers';
import classes from './PlanView.module.css';

/** The exact artefacts that a run of the draft on a target would submit. @internal */
export const PlanView = (props: {
  pipeline: string;
  /** Changes with every save: the plan is that of the saved draft. */
  etag: string;
  problems: DocumentProblem[];
  /** Those that can run the pipeline. */
  targets: readonly Target[];
  /** Saves what is not saved yet, so that the plan shows it. */
  save(): Promise<unknown>;
  onProblem(problem: DocumentProblem): void;
}) => {
  const { pipeline, etag, save, targets } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const describe = useTargetLabel();
  const [url, setUrl] = useUrlState({ target: '' });
  const blockers = props.problems.filter(it => it.severity === 'error');
  const isBlocked = blockers.length > 0;
  const target = targets.some(it => it.name === url.target)
    ? url.target
    : undefined;
  const plan = useApiResource(
    async signal => {
      if (isBlocked) {
        return undefined;
      }
      await save();
      return api.planPipeline(
        pipeline,
        { version: 'draft', target },
        { signal },
      );
    },
    [api, pipeline, etag, target, isBlocked],
    { keepPrevious: true },
  );
  const planned = targets.find(it => it.name === plan.value?.target);
  // While nothing can be planned it is the one that a run would be offered.
  const shown =
    target ?? planned?.name ?? chooseTarget([...targets], 1)?.name ?? '';
  // What only the target's engine finds: it says where, like our own checks.
  const refusals =
    plan.error instanceof ScalephApiError
      ? (plan.error.problems ?? []).filter(it => it.severity === 'error')
      : [];
  return (
    <div className={classes.view}>
      <Flex direction="column" gap="4">
        {targets.length > 1 && (
          <Select
            className={classes.target}
            label={t('pipeline.run.target')}
            options={targets.map(it => ({
              id: it.name,
              label: it.title,
              description: describe(it),
            }))}
            value={shown}
            onChange={key => setUrl({ target: String(key ?? '') })}
          />
        )}
        {isBlocked && (
          <PlanBlockers problems={blockers} onOpen={props.onProblem} />
        )}
        {!isBlocked && refusals.length > 0 && (
          <PlanBlockers problems={refusals} onOpen={props.onProblem} />
        )}
        {!isBlocked && plan.error && !refusals.length && (
          <ErrorPanel
            title={t('pipeline.plan.failed', { name: pipeline })}
            error={plan.error}
            onRetry={plan.reload}
          />
        )}
        {!isBlocked && !plan.error && !plan.value && (
          <Skeleton width="100%" height={240} />
        )}
        {!isBlocked && !plan.error && plan.value && (
          <div aria-busy={plan.loading}>
            <PlanArtifacts
              plan={plan.value}
              help={t('pipeline.plan.help', {
                engine: plan.value.engine,
                target: planned?.title ?? plan.value.target,
              })}
            />
          </div>
        )}
        {targets.length === 0 && (
          <Text color="secondary">{t('views.plan.noTarget')}</Text>
        )}
      </Flex>
    </div>
  );
};
