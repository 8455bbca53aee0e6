import type {
  SqlError,
  SqlPlace,
  SqlStatementKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useState } from 'react';
import type { SqlMetadata } from '../completion/SqlMetadata';
import type { StatementRun } from '../run/StatementRun';
import type { StatementRunner, StatementToRun } from '../run/StatementRunner';
import type { SqlSessionState } from '../session/useSqlSession';
import type { PlannerErrors } from './plannerMarks';

const CHANGES_OBJECTS: SqlStatementKind[] = [
  'create',
  'alter',
  'drop',
  'use',
  'addJar',
  'loadModule',
  'unloadModule',
  'unknown',
];
const CHANGES_SESSION: SqlStatementKind[] = [
  'set',
  'reset',
  'addJar',
  'removeJar',
];

/** Runs statements in the session, and keeps what follows from them. */
export function useConsoleRuns(options: {
  place: SqlPlace;
  runner: StatementRunner;
  sessionState: SqlSessionState;
  metadata: SqlMetadata;
  variables: Record<string, string>;
  stopOnError: boolean;
}) {
  const { place, runner, sessionState, metadata, variables, stopOnError } =
    options;
  const [errors, setErrors] = useState<PlannerErrors>(new Map());
  const [objectsVersion, setObjectsVersion] = useState(0);

  const remember = useCallback((statement: string, error?: SqlError) => {
    setErrors(before => {
      if (!error && !before.has(statement)) return before;
      const next = new Map(before);
      if (error) next.set(statement, error);
      else next.delete(statement);
      return next;
    });
  }, []);
  const refreshObjects = useCallback(() => {
    metadata.forget();
    setObjectsVersion(version => version + 1);
  }, [metadata]);

  const { session, open, refresh } = sessionState;
  const onOver = useCallback(
    (run: StatementRun, kind: SqlStatementKind) => {
      const { status, error } = run.snapshot();
      remember(run.statement, error);
      if (CHANGES_OBJECTS.includes(kind) && status === 'finished')
        refreshObjects();
      // Of a failure the session may be the reason: it can have ended.
      if (CHANGES_SESSION.includes(kind) || status === 'failed') {
        refresh().catch(() => {});
      }
    },
    [remember, refreshObjects, refresh],
  );
  const run = useCallback(
    async (statements: StatementToRun[]) => {
      if (!statements.length) return;
      const used = session ?? (await open());
      if (!used) return;
      await runner.run(
        statements,
        {
          session: used.id,
          variables,
          stopOnError,
          queriesRunOn: place.dialect === 'flink',
        },
        onOver,
      );
    },
    [runner, session, open, variables, stopOnError, place.dialect, onOver],
  );
  return { run, errors, remember, objectsVersion, refreshObjects };
}
