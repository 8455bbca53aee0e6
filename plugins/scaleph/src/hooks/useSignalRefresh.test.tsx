import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { ScalephSignal, useSignalRefresh } from './useSignalRefresh';

/** Signals as the portal delivers them, sent by hand. */
class Signals implements SignalApi {
  private listener?: (message: never) => void;

  subscribe(_channel: string, onMessage: (message: never) => void) {
    this.listener = onMessage;
    return { unsubscribe: () => void (this.listener = undefined) };
  }

  send(signal: ScalephSignal) {
    this.listener?.(signal as never);
  }
}

function setUp(signals: Signals | undefined, paused = false) {
  const refresh = jest.fn();
  const wrapper = ({ children }: PropsWithChildren<{}>) =>
    signals ? (
      <TestApiProvider apis={[[signalApiRef, signals]]}>
        {children}
      </TestApiProvider>
    ) : (
      <TestApiProvider apis={[]}>{children}</TestApiProvider>
    );
  const hook = renderHook(
    () =>
      useSignalRefresh({
        matches: signal => signal.type === 'run',
        refresh,
        pollEvery: 2000,
        paused,
      }),
    { wrapper },
  );
  return { refresh, ...hook };
}

const pass = (milliseconds: number) =>
  act(() => void jest.advanceTimersByTime(milliseconds));

describe('useSignalRefresh', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('refreshes once for a burst of signals that concern it', () => {
    const signals = new Signals();
    const { refresh } = setUp(signals);
    signals.send({ type: 'pipeline', id: '' });
    pass(200);
    expect(refresh).not.toHaveBeenCalled();
    signals.send({ type: 'run', id: 'a' });
    signals.send({ type: 'run', id: 'a' });
    pass(200);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('asks now and then all the same: signals can be lost', () => {
    const { refresh } = setUp(new Signals());
    pass(10_100);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('polls where the portal has no signals', () => {
    const { refresh } = setUp(undefined);
    pass(6100);
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it('rests when nothing can change any more, and when it is gone', () => {
    const resting = setUp(undefined, true);
    pass(6100);
    expect(resting.refresh).not.toHaveBeenCalled();

    const signals = new Signals();
    const gone = setUp(signals);
    gone.unmount();
    signals.send({ type: 'run', id: 'a' });
    pass(60_000);
    expect(gone.refresh).not.toHaveBeenCalled();
  });
});
