import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { scalephApiRef } from '../../api';
import { StatementRun } from '../run/StatementRun';
import { StatementRunner } from '../run/StatementRunner';

/** The runs of a console; they are left, not stopped, with the page. */
export function useSqlRunner(): {
  runner: StatementRunner;
  runs: readonly StatementRun[];
} {
  const api = useApi(scalephApiRef);
  const runner = useMemo(() => new StatementRunner(api), [api]);
  useEffect(() => () => runner.leave(), [runner]);
  const runs = useSyncExternalStore(runner.subscribe, runner.snapshot);
  return { runner, runs };
}
