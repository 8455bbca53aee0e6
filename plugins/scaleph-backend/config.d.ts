import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Configuration of Scaleph, data pipelines in the portal. */
  scaleph?: {
    files?: {
      /**
       * Directories that pipelines and data sources may read and write.
       * Links are followed before the decision. None when absent.
       */
      roots?: string[];
    };
    network?: {
      /**
       * Hosts that data sources and targets may name: names, or `*.suffix`. All when
       * absent.
       */
      allowedHosts?: string[];
      /**
       * Address ranges (CIDR) that data sources and targets may not reach, besides
       * link-local and multicast, which are always denied.
       */
      deniedRanges?: string[];
    };
    secrets?: {
      /**
       * Keys for the secrets of data sources and targets. The first encrypts, all decrypt:
       * rotate by putting a new one in front.
       */
      keys?: Array<{
        /** Stored beside each secret; never reuse one. */
        id: string;
        /**
         * 32 random bytes in base64, e.g. of `openssl rand -base64 32`.
         * @visibility secret
         */
        key: string;
      }>;
      environment?: {
        /**
         * Environment variables that a secret may refer to: names, or
         * patterns with `*`. Default `['SCALEPH_SECRET_*']`.
         */
        allow?: string[];
      };
      kubernetes?: {
        /**
         * Kubernetes Secrets that a secret may refer to, `namespace/name`.
         * None when absent.
         */
        allow?: string[];
      };
    };
    dataSources?: {
      /** Time limit of a connection test, also of targets. Default 10 seconds. */
      testTimeout?: HumanDuration | string;
      /** Time limit of looking into a data source: its objects and their first rows. Default 10 seconds. */
      browseTimeout?: HumanDuration | string;
    };
    /**
     * Clusters that the platform team registers for everybody. They are shown
     * as those registered in the portal are, and can be changed here only.
     */
    targets?: Array<{
      /** Unique over all targets. */
      name: string;
      /** Of an installed engine, e.g. `flink-session`. */
      type: string;
      /** For people. Default: the name. */
      title?: string;
      /** For people. */
      description?: string;
      /** Entity ref of the Group or User that owns it. */
      owner: string;
      /** Entity ref of a System. */
      system?: string;
      /** For search. None when absent. */
      tags?: string[];
      /** By the schema of the type. */
      config: { [key: string]: unknown };
      /**
       * By name, e.g. `authorization: ${FLINK_AUTHORIZATION}`.
       * @deepVisibility secret
       */
      secrets?: { [name: string]: string };
    }>;
    artifacts?: {
      /** How large an uploaded or fetched jar may be, e.g. `500MB`. Default 200 MB. */
      maxSize?: string;
      maven?: {
        /** Where jars by Maven coordinates come from, in this order. None when absent. */
        repositories?: Array<{
          /** Address of the repository, `https://…`. */
          url: string;
          /**
           * Value of the header Authorization.
           * @visibility secret
           */
          authorization?: string;
        }>;
      };
    };
    sql?: {
      /**
       * A SQL session that nobody uses ends after it, with the queries that run
       * in it. Default 30 minutes.
       */
      sessionIdleTimeout?: HumanDuration | string;
      /** Open SQL sessions of a user. Default 10. */
      sessionsPerUser?: number;
      /**
       * SQL statements of a user that run at the same time, over all back
       * ends. Default 5.
       */
      statementsPerUser?: number;
      /** How long statements are kept in the history. Default 30 days. */
      historyRetention?: HumanDuration | string;
      /**
       * Rows of a query on a target, after which it is ended. Default
       * 1,000,000.
       */
      maxRows?: number;
      dataSources?: {
        /** Rows of a statement on a data source. Default 10,000. */
        maxRows?: number;
        /** Bytes of these rows together, as JSON. Default 50 MiB. */
        maxBytes?: number;
        /** Time limit of a statement on a data source. Default 1 minute. */
        timeout?: HumanDuration | string;
        /** How long rows are kept, so that a page finds them again. Default 1 hour. */
        resultRetention?: HumanDuration | string;
      };
    };
    runs?: {
      /**
       * How long ended runs are kept, with events and logs. Default 30 days.
       */
      retention?: HumanDuration | string;
      /**
       * How many runs one back end process takes in at a time; further ones
       * wait. Default 5000. Engines have limits of their own.
       */
      maxActive?: number;
      snapshots?: {
        /**
         * How many savepoints of suspends, restarts and upgrades are kept of
         * each pipeline; older ones that no run needs are deleted on their
         * targets. All are kept when absent. Savepoints that somebody asked
         * for, and those of runs that were stopped with one, are never deleted
         * by themselves.
         */
        keep?: number;
      };
    };
  };
}
