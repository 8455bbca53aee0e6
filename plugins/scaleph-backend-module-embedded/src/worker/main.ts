import { runWorker } from './runWorker';

// The entry point of the worker process: `node main <directory of the run>`.
runWorker(process.argv[2]).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
