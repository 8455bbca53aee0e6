import { JsonObject } from '@backstage/types';
import { PipelineNode } from '@scaleph/backstage-plugin-scaleph-common';
import {
  builtInDataSourceTypes,
  Connection,
} from '@scaleph/backstage-plugin-scaleph-node';
import { SeaTunnelPlugin } from '../FlinkPayload';

/** Says why a node cannot run; `option` is the one to blame. @internal */
export type Refuse = (says: string, fix?: string, option?: string) => void;

/** The options of a node that its data source gives. @internal */
export function bindDataSource(
  node: PipelineNode,
  connection: Connection,
  refuse: Refuse,
): Pick<SeaTunnelPlugin, 'options' | 'secrets'> {
  const type = builtInDataSourceTypes.find(it => it.type === connection.type);
  const binding = type?.bindings[node.connector];
  if (!binding || connection.type === 'sqlite') {
    refuse(
      connection.type === 'sqlite'
        ? `data source "${connection.dataSource}" is a SQLite file of the back end's machine, which a Flink cluster cannot open`
        : `${node.connector} cannot use a data source of type "${connection.type}" on Flink`,
      'Use PostgreSQL or MySQL, or run the pipeline on the embedded engine.',
    );
    return { options: {}, secrets: {} };
  }
  const secrets = Object.entries(binding.secretOptions).map(
    ([secret, option]) => [
      option,
      { dataSource: connection.dataSource, secret },
    ],
  );
  return {
    options: binding.toOptions(connection.config) as JsonObject,
    secrets: Object.fromEntries(secrets),
  };
}
