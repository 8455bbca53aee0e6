export interface Config {
  scaleph?: {
    /** The engine `flink-session`, which runs pipelines and SQL on Apache Flink's session clusters. */
    flink?: {
      /**
       * Directories in which targets may name the one that the back end writes jars to and their SQL Gateway reads
       * (`sql.jarDirectory`). Links are followed before the decision. They must lie outside of scaleph.files.roots, where
       * pipelines may write. None when absent: then SQL has no jars of its own.
       */
      jarDirectories?: string[];
    };
  };
}
