// run a pipeline file on this machine, without a portal (run --help)
import { runCommandLine } from './lib/commandLine.mjs';

await runCommandLine(['run', ...process.argv.slice(2)]);
