// Runs the checks of ./scaleph lint.
import { run } from './checks.mjs';

/**
 * Runs `checks` and resolves to `{name, outcome, seconds, detail}` of each; `onDone` is called with each as it ends. Those of a
 * `lane` run one after the other, the lanes side by side. With `fix` all run in their order, each after what mends it.
 *
 * @param {any[]} checks
 * @param {{fix?: boolean, onDone?: (result: any) => void}} [options]
 */
export async function runChecks(checks, { fix = false, onDone } = {}) {
  const lanes = fix
    ? [checks]
    : [...Map.groupBy(checks, ({ lane }) => lane).values()];
  const results = await Promise.all(
    lanes.map(async lane => {
      const own = [];
      for (const check of lane) {
        if (fix && check.fix) await run(check.fix);
        const result = await runCheck(check);
        own.push(result);
        onDone?.(result);
      }
      return own;
    }),
  );
  return results.flat();
}

async function runCheck({ name, command }) {
  const start = performance.now();
  const { code, output } = await run(command);
  return {
    name,
    outcome: code === 0 ? 'passed' : 'failed',
    seconds: (performance.now() - start) / 1000,
    detail: output,
  };
}
