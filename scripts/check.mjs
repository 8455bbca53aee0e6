// say what is wrong with a pipeline file (check --help)
import { runCommandLine } from './lib/commandLine.mjs';

await runCommandLine(['check', ...process.argv.slice(2)]);
