/**
 * For the tests of this repository's packages.
 * @packageDocumentation
 */
export { describeWithServer } from './testing/describeWithServer';
export { testCertificates } from './testing/testCertificates';
export { describeWithFlink } from './testing/flinkLab';
export type { FlinkLab, FlinkLabJars } from './testing/flinkLab';
export type { OwnFlinkCluster } from './testing/OwnFlinkCluster';
