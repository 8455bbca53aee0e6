// check formatting, types, import boundaries, API reports and generated files (--fix mends what can be mended)
import { readArguments, runScript, say } from './lib/cli.mjs';
import { CHECKS, run } from './lib/checks.mjs';

const USAGE = `
usage: ./scaleph lint [--fix]

${CHECKS.map(check => `  ${check.name}`).join('\n')}

  --fix   mend what can be mended, then check
`;

await runScript(async () => {
  const { fix } = readArguments(USAGE, {
    fix: { type: 'boolean', default: false },
  });
  let failed = 0;
  for (const check of CHECKS) {
    if (fix && check.fix) await run(check.fix);
    const start = performance.now();
    const { code, output } = await run(check.command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
    if (code !== 0) {
      failed += 1;
      process.stderr.write(`${output.trim()}\n`);
    }
  }
  if (failed > 0) process.exitCode = 1;
});
