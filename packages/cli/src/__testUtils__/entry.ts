import { main } from '../main';

// The command as a process, for tests: what bin/scaleph is for the bundle.
main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`scaleph: ${(error as Error).message}\n`);
    process.exitCode = 1;
  },
);
