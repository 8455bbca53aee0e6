import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type {
  SqlPlace,
  SqlSession,
  SqlSessionInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { scalephApiRef } from '../../api';

/** The session of a console, and the others of its place. */
export interface SqlSessionState {
  session?: SqlSession;
  /** One's own sessions at this place, newest first. */
  sessions: SqlSession[];
  opening: boolean;
  error?: Error;
  /** Answers the new session, which is shown from then on. */
  open(input?: Partial<SqlSessionInput>): Promise<SqlSession | undefined>;
  close(id: string): Promise<void>;
  choose(id: string): void;
  /** Reads the session again, e.g. after a SET. */
  refresh(): Promise<void>;
}

/**
 * The session that the URL names, else the newest open one of the place, else a
 * new one: a console can be used at once.
 */
export function useSqlSession(
  place: SqlPlace | undefined,
  wanted: string,
  onChosen: (id: string) => void,
): SqlSessionState {
  const api = useApi(scalephApiRef);
  const [sessions, setSessions] = useState<SqlSession[]>([]);
  const [session, setSession] = useState<SqlSession>();
  const [opening, setOpening] = useState(true);
  const [error, setError] = useState<Error>();
  const latest = useRef({ wanted, onChosen, session });
  latest.current = { wanted, onChosen, session };
  const { kind, name } = place ?? {};
  const isHealthy = place?.healthy ?? false;

  const show = useCallback((next: SqlSession) => {
    setSession(next);
    setSessions(before => [next, ...before.filter(it => it.id !== next.id)]);
    if (latest.current.wanted !== next.id) latest.current.onChosen(next.id);
  }, []);

  const open = useCallback(
    async (input: Partial<SqlSessionInput> = {}) => {
      if (!kind || !name) return undefined;
      setOpening(true);
      setError(undefined);
      try {
        const opened = await api.openSqlSession({
          kind,
          place: name,
          ...input,
        });
        show(opened);
        return opened;
      } catch (cause) {
        setError(toError(cause));
        return undefined;
      } finally {
        setOpening(false);
      }
    },
    [api, kind, name, show],
  );

  useEffect(() => {
    if (!kind || !name) return undefined;
    const aborter = new AbortController();
    const { signal } = aborter;
    setSession(undefined);
    setOpening(true);
    setError(undefined);
    (async () => {
      try {
        const { items } = await api.listSqlSessions({ signal });
        if (signal.aborted) return;
        const own = items.filter(it => it.kind === kind && it.place === name);
        setSessions(own);
        const found =
          own.find(it => it.id === latest.current.wanted) ??
          own.find(it => it.state === 'open');
        if (found) {
          const full = await api.getSqlSession(found.id, { signal });
          if (!signal.aborted) show(full);
        } else if (isHealthy) {
          await open();
        }
      } catch (cause) {
        if (!signal.aborted) setError(toError(cause));
      } finally {
        if (!signal.aborted) setOpening(false);
      }
    })();
    return () => aborter.abort();
  }, [api, kind, name, isHealthy, open, show]);

  const refresh = useCallback(async () => {
    const { session: current } = latest.current;
    if (current) setSession(await api.getSqlSession(current.id));
  }, [api]);

  const close = useCallback(
    async (id: string) => {
      await api.closeSqlSession(id);
      setSessions(before => before.filter(it => it.id !== id));
      setSession(before =>
        before?.id === id ? { ...before, state: 'ended' } : before,
      );
    },
    [api],
  );
  const choose = useCallback(
    (id: string) => {
      const found = sessions.find(it => it.id === id);
      if (found) show(found);
    },
    [sessions, show],
  );

  return { session, sessions, opening, error, open, close, choose, refresh };
}
