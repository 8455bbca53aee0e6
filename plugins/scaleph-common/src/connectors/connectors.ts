import { ConnectorInfo, NodeKind } from '../types';
import { consoleSink } from './consoleSink';
import { fakeSource } from './fakeSource';
import { jdbcSink } from './jdbcSink';
import { jdbcSource } from './jdbcSource';
import { localFileSink } from './localFileSink';
import { localFileSource } from './localFileSource';
import { fieldMapper, filter, sql } from './transforms';

/**
 * The connectors that come with Scaleph. Names and options are SeaTunnel's; where an option is ours alone (Console's `limit`) its
 * description says what it does.
 * @public
 */
export const builtInConnectors: ConnectorInfo[] = [
  localFileSource,
  jdbcSource,
  fakeSource,
  sql,
  filter,
  fieldMapper,
  localFileSink,
  jdbcSink,
  consoleSink,
];

/** The connector of that kind and name (case counts, as in SeaTunnel). @public */
export function findConnector<
  Connector extends { kind: NodeKind; name: string },
>(
  connectors: readonly Connector[],
  kind: NodeKind,
  name: string,
): Connector | undefined {
  return connectors.find(
    connector => connector.kind === kind && connector.name === name,
  );
}
