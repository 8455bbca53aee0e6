// measure against named peers: bench embedded | api | sql | supervise (--json for one document)
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/fingerprint.mjs';

const directory = path.join(root, 'bench');
const names = readdirSync(directory)
  .filter(file => file.endsWith('.mjs'))
  .map(file => file.slice(0, -'.mjs'.length));

const [name, ...args] = process.argv.slice(2);
const file = path.join(directory, `${name}.mjs`);
if (!name || name.startsWith('-') || !existsSync(file)) {
  const asked = name && !['-h', '--help'].includes(name);
  if (asked) process.stderr.write(`scaleph: there is no bench "${name}"\n`);
  process.stdout.write(
    `usage: ./scaleph bench <name> [--json] [--help]\n\n${names
      .map(each => `  ${each}`)
      .join('\n')}\n`,
  );
  process.exit(asked ? 1 : 0);
}
// The bench reads its own arguments.
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
