import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  CreateRunBody,
  Run,
  RunActionBody,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useState } from 'react';
import { scalephApiRef } from '../../api';
import { useNotify } from '../../hooks';
import { useNavigate } from '../../lib/router';
import { idempotencyKey } from '../../pipeline/lib/idempotencyKey';
import { runRouteRef } from '../../routes';
import { useScalephTranslation } from '../../translation';

/** @internal */
export interface RunAction {
  /** An action is on its way to the back end. */
  pending: boolean;
  /** Asks; throws what the back end answers. */
  ask(body: RunActionBody): Promise<void>;
  /** Asks; a refusal is shown as a toast. */
  askOrSay(body: RunActionBody): Promise<void>;
  /** Starts another run of the pipeline and goes to its page; throws. */
  start(body: CreateRunBody): Promise<void>;
}

/**
 * Asks for a change of a run, says that it was asked for, and goes to the new
 * run where there is one (an upgrade).
 *
 * @internal
 */
export function useRunAction(
  run: RunSummary,
  onChanged: (run: Run) => void,
): RunAction {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const link = useRouteRef(runRouteRef);
  const [pending, setPending] = useState(false);

  const arrive = useCallback(
    (answer: Run) => {
      if (answer.id === run.id) {
        onChanged(answer);
      } else if (link) {
        navigate(link({ id: answer.id }));
      }
    },
    [run.id, onChanged, navigate, link],
  );
  const ask = useCallback(
    async (body: RunActionBody) => {
      setPending(true);
      try {
        const answer = await api.actOnRun(run.id, body);
        notify({
          title: t(`job.action.asked.${body.action}`),
          status: 'success',
        });
        arrive(answer);
      } finally {
        setPending(false);
      }
    },
    [api, run.id, notify, t, arrive],
  );
  const askOrSay = useCallback(
    async (body: RunActionBody) => {
      try {
        await ask(body);
      } catch (cause) {
        const { message } = toError(cause);
        const name = t(`job.action.name.${body.action}`);
        notify({
          title: t('job.action.refused', { name, message }),
          status: 'danger',
        });
      }
    },
    [ask, notify, t],
  );
  const start = useCallback(
    async (body: CreateRunBody) => {
      setPending(true);
      try {
        arrive(
          await api.createRun(run.pipeline, body, {
            idempotencyKey: idempotencyKey(),
          }),
        );
      } finally {
        setPending(false);
      }
    },
    [api, run.pipeline, arrive],
  );
  return { pending, ask, askOrSay, start };
}
