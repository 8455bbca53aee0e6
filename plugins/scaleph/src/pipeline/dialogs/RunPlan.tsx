import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { Button, Flex } from '@backstage/ui';
import type {
  DeploymentPlanView,
  RunParameters,
  RunSettings,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef, useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import { PlanArtifacts } from '../PlanArtifacts';

/** Shows on demand what a run with these choices would submit. @internal */
export const RunPlan = (props: {
  pipeline: string;
  version: number;
  target: string;
  parameters: RunParameters;
  settings?: RunSettings;
  /** A parameter has no value yet. */
  isBlocked: boolean;
}) => {
  const { pipeline, version, target, parameters, settings } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [plan, setPlan] = useState<DeploymentPlanView>();
  const [error, setError] = useState<Error>();
  const [pending, setPending] = useState(false);
  // A plan of other choices is not the plan of these.
  const choices = JSON.stringify([version, target, parameters, settings]);
  const current = useRef(choices);
  current.current = choices;
  useEffect(() => {
    setPlan(undefined);
    setError(undefined);
  }, [choices]);
  const load = async () => {
    setPending(true);
    setError(undefined);
    try {
      const answer = await api.planPipeline(pipeline, {
        version: String(version),
        target,
        parameters,
        settings,
      });
      if (current.current === choices) {
        setPlan(answer);
      }
    } catch (cause) {
      if (current.current === choices) {
        setError(toError(cause));
      }
    } finally {
      setPending(false);
    }
  };
  return (
    <Flex direction="column" gap="3">
      <div>
        <Button
          size="small"
          variant="secondary"
          isDisabled={pending || props.isBlocked}
          onPress={load}
        >
          {t('job.run.preview')}
        </Button>
      </div>
      {error && (
        <ErrorPanel
          title={t('pipeline.plan.failed', { name: pipeline })}
          error={error}
        />
      )}
      {plan && (
        <PlanArtifacts
          plan={plan}
          heading="h3"
          help={t('job.run.planHelp', { target: plan.target })}
        />
      )}
    </Flex>
  );
};
