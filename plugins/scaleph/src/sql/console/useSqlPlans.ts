import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  SqlError,
  SqlExplanation,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useState } from 'react';
import { scalephApiRef } from '../../api';

/** A statement that the planner was asked about. */
export interface SqlPlan {
  id: string;
  statement: string;
  explanation?: SqlExplanation;
  error?: SqlError;
}

/** What the planner says: as plans that are shown, and as errors. */
export function useSqlPlans(variables: Record<string, string>) {
  const api = useApi(scalephApiRef);
  const [plan, setPlan] = useState<SqlPlan>();

  const ask = useCallback(
    async (session: string, statement: string): Promise<SqlExplanation> => {
      try {
        return await api.explainSql(session, { statement, variables });
      } catch (cause) {
        return { ok: false, error: { message: toError(cause).message } };
      }
    },
    [api, variables],
  );
  const explain = useCallback(
    async (session: string, statement: string) => {
      const id = `plan-${Date.now()}`;
      setPlan({ id, statement });
      const explanation = await ask(session, statement);
      setPlan({ id, statement, explanation, error: explanation.error });
      return explanation;
    },
    [ask],
  );
  const forget = useCallback(() => setPlan(undefined), []);
  return { plan, explain, ask, forget };
}
