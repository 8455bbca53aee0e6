import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { splitStatements } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  ScalephApi,
  SinkPreview,
  SqlPlace,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { scalephApiRef } from '../../api';
import { StatementRun } from '../run/StatementRun';

/** Statements that make what an INSERT reads; none of them starts a job. */
const SETUP = new Set(['create', 'set', 'reset', 'use', 'alter', 'drop']);

/** @internal */
export interface SinkPreviewState {
  /** The query of the chosen sink, from when it is begun. */
  run?: StatementRun;
  error?: Error;
}

/** Throws with what is wrong with the statement, when it is. */
async function runToItsEnd(run: StatementRun): Promise<void> {
  await run.start();
  const { status, error } = run.snapshot();
  if (status !== 'finished') {
    throw new Error(error?.message ?? `A statement of the script ${status}`);
  }
}

async function prepare(
  api: ScalephApi,
  session: string,
  script: string,
  variables: Record<string, string>,
  isOver: () => boolean,
): Promise<void> {
  for (const { text, kind } of splitStatements(script, 'flink')) {
    if (isOver()) return;
    if (SETUP.has(kind)) {
      await runToItsEnd(new StatementRun(api, session, text, variables));
    }
  }
}

/**
 * Shows what an INSERT of a script would write: a session of its own makes the
 * tables, then runs the query. The session ends with the preview, and the
 * query with it.
 *
 * @internal
 */
export function useSinkPreview(options: {
  place?: SqlPlace;
  script: string;
  preview?: SinkPreview;
  variables: Record<string, string>;
}): SinkPreviewState {
  const { place, script, preview, variables } = options;
  const api = useApi(scalephApiRef);
  const [state, setState] = useState<SinkPreviewState>({});
  const select = preview?.select;
  const asked = JSON.stringify(variables);
  useEffect(() => {
    setState({});
    if (!place || !select) return undefined;
    let over = false;
    let session: string | undefined;
    let run: StatementRun | undefined;
    const close = async () => {
      run?.leave();
      if (session) await api.closeSqlSession(session);
    };
    const begin = async () => {
      const given = JSON.parse(asked);
      const opened = await api.openSqlSession({
        kind: place.kind,
        place: place.name,
        title: 'Preview',
      });
      session = opened.id;
      await prepare(api, session, script, given, () => over);
      if (over) {
        await close();
        return;
      }
      run = new StatementRun(api, session, select, given);
      setState({ run });
      await run.start();
    };
    begin().catch(cause => {
      if (!over) setState({ error: toError(cause) });
    });
    return () => {
      over = true;
      // What cannot be closed now ends by itself, because nobody uses it.
      close().catch(() => undefined);
    };
  }, [api, place, script, select, asked]);
  return state;
}
