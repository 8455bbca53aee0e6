/** What SQL on a target may reach outside of its tables. @public */
export interface FlinkSqlPolicy {
  /**
   * Files and directories that statements may name, with what is below them:
   * URIs (`s3://lake/raw`) or absolute paths of the cluster and the gateway
   * (`/srv/data`). None when empty.
   */
  allowedPaths: readonly string[];
  /**
   * Whether statements may bring code: ADD JAR and USING JAR (from
   * `allowedPaths`), functions in Python, Hive modules and catalogs.
   */
  allowJars: boolean;
  /** Jobs that STOP JOB may name; every job when absent. */
  ownJobs?: readonly string[];
}

/** Why a statement may not run; offsets in the text that was checked. @public */
export interface SqlPolicyProblem {
  /** For a person: names the thing, the value and the way out. */
  message: string;
  start: number;
  end: number;
}

/** Nothing outside of the tables. @public */
export const closedFlinkSqlPolicy: FlinkSqlPolicy = {
  allowedPaths: [],
  allowJars: false,
};
