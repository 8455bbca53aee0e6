/** Resolves with the first result of `check` that is neither false nor undefined; rejects after `timeoutMs`. */
export async function waitFor<T>(
  check: () => Promise<T | undefined | false> | T | undefined | false,
  options: { timeoutMs?: number; what?: string } = {},
): Promise<T> {
  const { timeoutMs = 30_000, what = check.toString() } = options;
  const end = Date.now() + timeoutMs;
  for (;;) {
    const result = await check();
    if (result !== undefined && result !== false) return result;
    if (Date.now() > end) {
      throw new Error(`Not so within ${timeoutMs} ms: ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}
