// list the connectors of SeaTunnel, or say what one takes (connectors [NAME] --json --release)
import { runCommandLine } from './lib/commandLine.mjs';

await runCommandLine(['connectors', ...process.argv.slice(2)]);
