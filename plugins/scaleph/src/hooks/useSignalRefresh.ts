import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { SCALEPH_SIGNAL_CHANNEL } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef } from 'react';
import { usePolling } from './usePolling';

/** What a message on Scaleph's signal channel says has changed. */
export type ScalephSignal = {
  type: 'run' | 'pipeline' | 'data-source' | 'target';
  /** Of a run; empty for the others, so that names do not leak. */
  id: string;
  revision?: number;
};

export interface SignalRefreshOptions {
  /** Whether a change concerns this screen. */
  matches(signal: ScalephSignal): boolean;
  /** Asks again for what the screen shows. */
  refresh(): void;
  /** Milliseconds between polls where the portal has no signals. */
  pollEvery: number;
  /** Nothing can change any more, e.g. the run has ended. */
  paused?: boolean;
}

// Signals that come in a burst cause one refresh.
const BURST_MS = 150;
// Signals are lost while the socket connects or reconnects, which takes seconds.
const SAFETY_POLL_MS = 10_000;

/** Refreshes when the back end says that something changed, or by polling. */
export function useSignalRefresh(options: SignalRefreshOptions) {
  const { pollEvery, paused = false } = options;
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    if (!signals || paused) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = signals.subscribe<ScalephSignal>(
      SCALEPH_SIGNAL_CHANNEL,
      signal => {
        if (timer || !latest.current.matches(signal)) return;
        timer = setTimeout(() => {
          timer = undefined;
          latest.current.refresh();
        }, BURST_MS);
      },
    );
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [signals, paused]);

  const interval = signals ? Math.max(SAFETY_POLL_MS, pollEvery) : pollEvery;
  usePolling(() => latest.current.refresh(), paused ? undefined : interval);
}
