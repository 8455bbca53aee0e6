/* eslint-disable jest/no-export -- makes tests, is none */
import { describeWithServer } from './describeWithServer';
import { OwnFlinkCluster, startOwnFlinkCluster } from './OwnFlinkCluster';

/**
 * Where the jars of the engines lie on this machine (the cluster's too): absolute files and folders.
 * @public
 */
export interface FlinkLabJars {
  /** SeaTunnel's starter for Flink, to be uploaded; entry class `org.apache.seatunnel.core.starter.flink.SeaTunnelFlink`. */
  seatunnelStarter: string;
  seatunnelHome: string;
  /** Flink CDC with its dependencies; entry class `org.apache.flink.cdc.cli.CliFrontend`. */
  cdcDist: string;
  /** The folder of Flink CDC's pipeline connectors, and of the MySQL driver that one of them needs. */
  cdcConnectors: string;
  /** The folder of the connectors for SQL, which the cluster and the gateway have in their class path already. */
  sqlConnectors: string;
  /** An endless job of Flink's examples. */
  topSpeedWindowing: string;
}

/**
 * A real Flink session cluster with a SQL Gateway that all test files share: eight slots on one TaskManager. Nobody kills its
 * processes; for that there are clusters of one's own.
 * @public
 */
export interface FlinkLab {
  /** Address of the cluster's REST API, without a slash at the end. */
  restUrl: string;
  gatewayUrl: string;
  /** `host:port` of a Kafka broker when one was started (`with.mjs --kafka`). */
  kafka: string | undefined;
  jars: FlinkLabJars;
  /**
   * Starts a cluster that nobody else uses, on free ports and in a directory of its own; takes about five seconds. Stop it in
   * `afterAll`. `configuration` goes into Flink's config.yaml. `flinkVersion` is one of `otherVersions`.
   */
  startCluster(options?: {
    taskManagers?: number;
    slots?: number;
    gateway?: boolean;
    configuration?: Record<string, string>;
    flinkVersion?: string;
  }): Promise<OwnFlinkCluster>;
  /** Further releases of Flink that were fetched (`tools/engines/cli.mjs fetch-flink`), e.g. `1.18.1`, with the directories of their jars; they have no connectors. */
  otherVersions: { version: string; lib: string }[];
}

/**
 * Tests against a real Flink (`./scaleph test`, or `tools/test-servers/with.mjs --flink`). Without one they are skipped by name,
 * and fail where CI is set; so are those that need `kafka` too, without a broker (`with.mjs --flink --kafka`).
 * @public
 */
export function describeWithFlink(
  name: string,
  define: (lab: FlinkLab) => void,
  { kafka = false } = {},
): void {
  if (kafka && !process.env.SCALEPH_TEST_KAFKA) {
    describeWithServer(`Kafka: ${name}`, 'SCALEPH_TEST_KAFKA', () => {});
    return;
  }
  describeWithServer(`Flink: ${name}`, 'SCALEPH_TEST_FLINK_URL', url =>
    define({
      restUrl: url.origin,
      gatewayUrl: required('SCALEPH_TEST_GATEWAY_URL'),
      kafka: process.env.SCALEPH_TEST_KAFKA,
      jars: JSON.parse(required('SCALEPH_TEST_FLINK_JARS')),
      otherVersions: JSON.parse(
        process.env.SCALEPH_TEST_FLINK_VERSIONS ?? '[]',
      ),
      startCluster: options =>
        startOwnFlinkCluster(required('SCALEPH_TEST_FLINK_LAB'), options),
    }),
  );
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined)
    throw new Error(`SCALEPH_TEST_FLINK_URL is set and ${variable} is not`);
  return value;
}
