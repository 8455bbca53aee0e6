import { HumanDuration } from '@backstage/types';

export interface Config {
  scaleph?: {
    /** The engine `embedded`, which runs pipelines with DuckDB in worker processes of the back end's machine. */
    embedded?: {
      /**
       * Directory for the work files of runs. It must outlive a restart of the back end, or runs that were going on are lost,
       * and lie outside of scaleph.files.roots, where pipelines may write.
       * Default: `scaleph-embedded` in the system's directory for temporary files.
       */
      directory?: string;
      /** Memory of one worker process, e.g. `1GB` (the default) or `512MB`; at least 450MB. What does not fit is spilled to disk. */
      memoryLimit?: string;
      /** Disk space that one run may take for what does not fit into memory, e.g. `20GB`; default: nine tenths of what is free. */
      spillLimit?: string;
      /** Threads of one run; default: the number of processors, at most 8. */
      threads?: number;
      /** Runs at a time on this machine; further ones wait. Default 4. */
      maxConcurrentRuns?: number;
      /** A worker that no back end has looked after for so long stops itself. Default 10 minutes. */
      orphanTimeout?: string | HumanDuration;
    };
  };
}
