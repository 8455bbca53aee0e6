import type { ConnectionTest } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef, useState } from 'react';

/** A test of a connection: how it ended, or why it could not be made. */
export interface ConnectionTestState {
  test?: ConnectionTest;
  error?: Error;
  isRunning: boolean;
  run(): Promise<void>;
  /** Forgets the outcome, because what it was about has changed. */
  clear(): void;
}

/** Runs a test; a newer one makes the older one void. */
export function useConnectionTest(
  ask: (signal: AbortSignal) => Promise<ConnectionTest>,
): ConnectionTestState {
  const [state, setState] = useState<{
    test?: ConnectionTest;
    error?: Error;
    isRunning: boolean;
  }>({ isRunning: false });
  const current = useRef<AbortController>();
  useEffect(() => () => current.current?.abort(), []);

  const run = async () => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setState({ isRunning: true });
    try {
      const test = await ask(controller.signal);
      if (!controller.signal.aborted) setState({ test, isRunning: false });
    } catch (cause) {
      if (controller.signal.aborted) return;
      const error = cause instanceof Error ? cause : new Error(String(cause));
      setState({ error, isRunning: false });
    }
  };
  const clear = () => {
    current.current?.abort();
    setState({ isRunning: false });
  };
  return { ...state, run, clear };
}
