import { act, renderHook, waitFor } from '@testing-library/react';
import { useApiResource } from './useApiResource';

interface Question {
  resolve(value: string): void;
  reject(error: Error): void;
  signal: AbortSignal;
}

function setUp(options?: { keepPrevious?: boolean }) {
  const questions: Question[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      questions.push({ resolve, reject, signal });
    });
  const hook = renderHook(({ name }) => useApiResource(load, [name], options), {
    initialProps: { name: 'a' },
  });
  return { questions, ...hook };
}

describe('useApiResource', () => {
  it('loads, and keeps the value while it loads again', async () => {
    const { questions, result } = setUp();
    expect(result.current.loading).toBe(true);
    expect(result.current.value).toBeUndefined();
    act(() => questions[0].resolve('one'));
    await waitFor(() => expect(result.current.value).toBe('one'));

    act(() => result.current.reload());
    expect(result.current).toMatchObject({ loading: true, value: 'one' });
    act(() => questions[1].resolve('two'));
    await waitFor(() => expect(result.current.value).toBe('two'));
  });

  it('never lets an older answer replace a newer one', async () => {
    const { questions, result, rerender } = setUp();
    rerender({ name: 'b' });
    expect(questions[0].signal.aborted).toBe(true);
    act(() => questions[1].resolve('of b'));
    await waitFor(() => expect(result.current.value).toBe('of b'));
    await act(async () => questions[0].resolve('of a'));
    expect(result.current.value).toBe('of b');
  });

  it('drops the answer about another thing at once', async () => {
    const { questions, result, rerender } = setUp();
    await act(async () => questions[0].resolve('of a'));
    rerender({ name: 'b' });
    expect(result.current.value).toBeUndefined();
  });

  it('keeps it where the caller narrows a list', async () => {
    const { questions, result, rerender } = setUp({ keepPrevious: true });
    await act(async () => questions[0].resolve('of a'));
    rerender({ name: 'b' });
    expect(result.current).toMatchObject({ loading: true, value: 'of a' });
  });

  it('says why a reload failed, beside the last good value', async () => {
    const { questions, result } = setUp();
    await act(async () => questions[0].resolve('one'));
    act(() => result.current.reload());
    await act(async () => questions[1].reject(new Error('Offline')));
    expect(result.current).toMatchObject({ loading: false, value: 'one' });
    expect(result.current.error?.message).toBe('Offline');
  });
});
