// check formatting, types, import boundaries, API reports and generated files (--fix mends what can be mended)
import { readArguments, runScript, say } from './lib/cli.mjs';
import { CHECKS } from './lib/checks.mjs';
import { runChecks } from './lib/runChecks.mjs';

const USAGE = `
usage: ./scaleph lint [--fix]

${CHECKS.map(check => `  ${check.name}`).join('\n')}

  --fix   mend what can be mended, then check
`;

await runScript(async () => {
  const { fix } = readArguments(USAGE, {
    fix: { type: 'boolean', default: false },
  });
  const results = await runChecks(CHECKS, {
    fix,
    onDone({ name, outcome, seconds, detail }) {
      const isWell = outcome === 'passed';
      say(`${isWell ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
      if (!isWell) process.stderr.write(`${detail.trim()}\n`);
    },
  });
  if (results.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
});
