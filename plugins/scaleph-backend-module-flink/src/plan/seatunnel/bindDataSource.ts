import { JsonObject } from '@backstage/types';
import { PipelineNode } from '@scaleph/backstage-plugin-scaleph-common';
import {
  BindingLimit,
  BindRequest,
  builtInDataSourceTypes,
  Connection,
  ConnectorBinding,
  heldMaterial,
  SecretOption,
  SecretPart,
} from '@scaleph/backstage-plugin-scaleph-node';
import { SeaTunnelPlugin } from '../FlinkPayload';
import { SeaTunnelRelease } from './SeaTunnelRelease';

/** Says why a node cannot run; `option` is the one to blame. @internal */
export type Refuse = (says: string, fix?: string, option?: string) => void;

/** Says what a connector does not do with what its data source holds. @internal */
export type TellLimit = (
  limit: Pick<BindingLimit, 'severity' | 'says' | 'fix'>,
) => void;

/** The options of a node that its data source gives. @internal */
export function bindDataSource(
  node: PipelineNode,
  connection: Connection,
  {
    release,
    refuse,
    tell,
  }: { release: SeaTunnelRelease; refuse: Refuse; tell: TellLimit },
): Pick<SeaTunnelPlugin, 'options' | 'secrets'> {
  const { dataSource } = connection;
  const type = builtInDataSourceTypes.find(it => it.type === connection.type);
  const binding = type?.bindings[node.connector];
  if (!binding || connection.type === 'sqlite') {
    refuse(
      connection.type === 'sqlite'
        ? `data source "${dataSource}" is a SQLite file of the back end's machine, which a Flink cluster cannot open`
        : `${node.connector} cannot use a data source of type "${connection.type}" on Flink`,
      'Use PostgreSQL or MySQL, or run the pipeline on the embedded engine.',
    );
    return { options: {}, secrets: [] };
  }
  const request: BindRequest = {
    ...heldMaterial(connection),
    kind: node.kind,
    isAtLeast: version => release.isAtLeast(version),
  };
  const texts = binding.secretTexts?.(request) ?? [];
  for (const limit of limitsOf(binding, request, texts)) {
    if (limit.unless?.some(option => node.options?.[option])) continue;
    tell({ ...limit, says: `data source "${dataSource}": ${limit.says}` });
  }
  const whole = Object.entries(binding.secretOptions).map(
    ([secret, option]) => ({
      ...{ dataSource, option, parts: [{ secret }] },
      optional: true as const,
    }),
  );
  return {
    options: binding.toOptions(connection.config) as JsonObject,
    secrets: [...whole, ...texts.map(text => ({ dataSource, ...text }))],
  };
}

/** Those of the binding, and one for everything that goes nowhere: nothing is lost without a word. */
function limitsOf(
  binding: ConnectorBinding,
  request: BindRequest,
  texts: SecretOption[],
): BindingLimit[] {
  const limits = binding.limits?.(request) ?? [];
  const known = new Set([
    ...Object.keys(binding.secretOptions),
    ...texts.flatMap(({ parts }) => parts.flatMap(namesIn)),
    ...limits.flatMap(limit => limit.of),
    ...(binding.unneeded?.(request) ?? []),
  ]);
  const lost = (what: string) => (name: string) => ({
    of: [name],
    severity: 'error' as const,
    says: `its ${what} "${name}" cannot be handed to this connector`,
    fix: 'Use a data source without it, or another connector.',
  });
  const isLost = (name: string) => !known.has(name);
  return [
    ...limits,
    ...request.secrets.filter(isLost).map(lost('secret')),
    ...request.files.filter(isLost).map(lost('file')),
  ];
}

function namesIn(part: SecretPart): string[] {
  if (typeof part === 'string') return [];
  if ('base64' in part) return part.base64.flatMap(namesIn);
  return ['secret' in part ? part.secret : part.file];
}
