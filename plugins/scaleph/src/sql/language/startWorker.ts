/**
 * A worker with the grammar. The package's own name, not a path: bundlers of
 * portals resolve it from the sources as from the published package.
 */
export const startWorker = (): Worker =>
  new Worker(
    new URL('@scaleph/backstage-plugin-scaleph/sql-worker', import.meta.url),
  );
