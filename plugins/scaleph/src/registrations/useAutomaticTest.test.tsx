import { act, renderHook } from '@testing-library/react';
import { useAutomaticTest } from './useAutomaticTest';

describe('useAutomaticTest', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const start = (isReachable = true) => {
    const run = jest.fn(async () => {});
    const test = { isRunning: false, run, clear: () => {} };
    const { rerender } = renderHook(
      ({ state }) => useAutomaticTest(state, isReachable, test),
      { initialProps: { state: 'as opened' } },
    );
    const wait = () => act(() => jest.advanceTimersByTime(5_000));
    return { run, wait, type: (state: string) => rerender({ state }) };
  };

  it('leaves alone what was opened', () => {
    const { run, wait } = start();
    wait();
    expect(run).not.toHaveBeenCalled();
  });

  it('tests once when typing is done, and again after the next change', () => {
    const { run, wait, type } = start();
    type('h');
    type('host');
    wait();
    wait();
    expect(run).toHaveBeenCalledTimes(1);
    type('host2');
    wait();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('waits for what is not complete', () => {
    const { run, wait, type } = start(false);
    type('host');
    wait();
    expect(run).not.toHaveBeenCalled();
  });

  it('waits until a password is typed: a half one would lock the account', () => {
    const { run, wait, type } = start();
    const field = document.createElement('input');
    field.type = 'password';
    document.body.append(field);
    field.focus();
    type('s3cr');
    wait();
    expect(run).not.toHaveBeenCalled();
    act(() => field.blur());
    wait();
    expect(run).toHaveBeenCalledTimes(1);
    field.remove();
  });
});
