import { useEffect, useRef } from 'react';
import type { ConnectionTestState } from './useConnectionTest';

const QUIET_MILLISECONDS = 1200;

/** A password that is half typed would count as a wrong one, and lock the account. */
const isTypingPassword = () =>
  document.activeElement instanceof HTMLInputElement &&
  document.activeElement.type === 'password';

/**
 * Tests a connection by itself once typing is done: what is typed is complete, has changed since the form was opened, and nobody has
 * typed for a moment. Each state is tried once.
 *
 * @param state - all that the test is about
 */
export function useAutomaticTest(
  state: string,
  isReachable: boolean,
  test: ConnectionTestState,
): void {
  const tried = useRef(state);
  const run = useRef(test.run);
  run.current = test.run;
  const asked = test.isRunning || test.test !== undefined;

  useEffect(() => {
    if (asked) tried.current = state;
  }, [asked, state]);

  useEffect(() => {
    if (!isReachable || tried.current === state) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const attempt = () => {
      if (tried.current === state || isTypingPassword()) return;
      tried.current = state;
      void run.current();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(attempt, QUIET_MILLISECONDS);
    };
    wait();
    document.addEventListener('focusout', wait);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusout', wait);
    };
  }, [state, isReachable]);
}
