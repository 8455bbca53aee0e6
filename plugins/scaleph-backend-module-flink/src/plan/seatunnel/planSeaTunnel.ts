import { JsonObject } from '@backstage/types';
import {
  applyParameters,
  DocumentProblem,
  inputsOf,
  outputsOf,
  parseDataSourceRef,
  PipelineDocument,
  PipelineNode,
  topologicalOrder,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Connection } from '@scaleph/backstage-plugin-scaleph-node';
import { SEATUNNEL_MAIN } from '../../submit/seaTunnelRun';
import { FlinkTargetConfig } from '../../targetType/FlinkTargetConfig';
import { SeaTunnelConfig, SeaTunnelPlugin } from '../FlinkPayload';
import { jsonArtifact, PlanContext, PlannedJob } from '../PlanContext';
import { bindDataSource, Refuse, TellLimit } from './bindDataSource';
import { reachProblems } from './reachProblems';
import { SeaTunnelRelease } from './SeaTunnelRelease';
import { toHocon } from './toHocon';
import { toSeaTunnelJson } from './toSeaTunnelJson';
import { translateNode } from './translateNode';

/** A graph becomes a configuration of SeaTunnel, which its own program runs on the JobManager. @internal */
export function planSeaTunnel({
  request,
  config,
  settings,
}: PlanContext): PlannedJob {
  const applied = applyParameters(request.document, request.parameters);
  const { plan, problems } = toConfig(
    applied.document,
    request.connections,
    config,
  );
  return {
    artifacts: [
      {
        name: 'seatunnel.conf',
        mediaType: 'application/hocon',
        content: toHocon(plan),
      },
      // The same for those who keep configurations as JSON; not sent.
      jsonArtifact('seatunnel.json', toSeaTunnelJson(plan)),
      jsonArtifact('run.json', {
        starter: config.seatunnel,
        entryClass: SEATUNNEL_MAIN,
        programArgsList: ['--config', 'seatunnel.conf'],
        parallelism: request.document.spec.env?.parallelism,
        flinkConfiguration: settings,
      }),
    ],
    warnings: [
      ...applied.problems,
      ...problems,
      ...reachProblems(applied.document, config, request.connections),
    ],
    job: { kind: 'seatunnel', config: plan },
  };
}

function toConfig(
  document: PipelineDocument,
  connections: Record<string, Connection>,
  { seatunnel }: FlinkTargetConfig,
): { plan: SeaTunnelConfig; problems: DocumentProblem[] } {
  const release = new SeaTunnelRelease(seatunnel?.version ?? '2.3.4');
  const { spec, metadata } = document;
  const problems: DocumentProblem[] = [];
  const plan: SeaTunnelConfig = {
    env: {
      'job.name': metadata.name,
      'job.mode': spec.mode === 'streaming' ? 'STREAMING' : 'BATCH',
      ...(spec.env?.parallelism && { parallelism: spec.env.parallelism }),
    },
    source: [],
    transform: [],
    sink: [],
  };
  const byId = new Map(spec.nodes.map(node => [node.id, node]));
  // Transforms run in the order in which they stand. A checked graph has one.
  for (const id of topologicalOrder(spec.nodes, spec.edges) ?? []) {
    const node = byId.get(id)!;
    plan[node.kind].push(
      toPlugin(document, node, release, connections, problems),
    );
  }
  return { plan, problems };
}

function toPlugin(
  document: PipelineDocument,
  node: PipelineNode,
  release: SeaTunnelRelease,
  connections: Record<string, Connection>,
  problems: DocumentProblem[],
): SeaTunnelPlugin {
  const { edges, nodes } = document.spec;
  const problem = (says: string, place: string): DocumentProblem => ({
    severity: 'error',
    code: 'engine-cannot-run',
    pointer: `/spec/nodes/${nodes.indexOf(node)}${place}`,
    node: node.id,
    message: `Pipeline "${document.metadata.name}": node "${node.id}": ${says}`,
  });
  const refuse: Refuse = (says, fix, option) =>
    void problems.push({
      ...problem(says, option ? `/options/${option}` : ''),
      ...(fix && { fix }),
    });
  const tell: TellLimit = ({ severity, says, fix }) =>
    void problems.push({
      ...problem(
        `${says} (${node.connector} of SeaTunnel ${release.version} on Flink)`,
        '/dataSource',
      ),
      ...{ severity, fix },
      ...(severity === 'warning' && { code: 'data-source-not-heeded' }),
    });
  const inputs = inputsOf(node.id, edges);
  if (inputs.length > 1 && !release.takesSeveralInputs) {
    refuse(
      `SeaTunnel ${release.version} on Flink reads one node only, and ${inputs.length} lead into it`,
      'Give each its own sink, or run the pipeline on the embedded engine.',
    );
  }
  const connection =
    node.dataSource === undefined
      ? undefined
      : connections[parseDataSourceRef(node.dataSource)];
  const bound =
    connection && bindDataSource(node, connection, { release, refuse, tell });
  const options = translateNode({ node, inputs, release, connection, refuse });
  for (const option of replacedMaps(bound, options)) {
    refuse(
      `option "${option}" is no map, and would replace how its data source is reached and encrypted`,
      'Give it as keys and values.',
      option,
    );
  }
  const { input, output } = release.tableOptions;
  return {
    node: node.id,
    plugin: node.connector,
    options: {
      ...withOwn(bound?.options ?? {}, options),
      ...(inputs.length > 0 && {
        [input]: inputs.length === 1 ? inputs[0] : inputs,
      }),
      ...(outputsOf(node.id, edges).length > 0 && { [output]: node.id }),
    },
    secrets: bound?.secrets ?? [],
  };
}

/** Maps of the data source in whose place the node has something else. */
function replacedMaps(
  bound: Pick<SeaTunnelPlugin, 'options' | 'secrets'> | undefined,
  own: JsonObject,
): string[] {
  const maps = [
    ...Object.entries(bound?.options ?? {}).flatMap(([option, value]) =>
      isMap(value) ? [option] : [],
    ),
    ...(bound?.secrets ?? []).flatMap(({ option, key }) =>
      key === undefined ? [] : [option],
    ),
  ];
  return [...new Set(maps)].filter(
    option => own[option] !== undefined && !isMap(own[option]),
  );
}

/** The options of a node over those of its data source; of a map that both have, what the data source says stays: how it is reached and encrypted. */
function withOwn(bound: JsonObject, own: JsonObject): JsonObject {
  const merged = { ...bound, ...own };
  for (const [name, value] of Object.entries(bound)) {
    const other = own[name];
    if (isMap(value) && isMap(other)) merged[name] = { ...other, ...value };
  }
  return merged;
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
