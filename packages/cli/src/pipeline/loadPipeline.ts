import {
  applyParameters,
  builtInConnectors,
  checkPipeline,
  ConnectorInfo,
  DocumentProblem,
  locateProblems,
  parseDataSourceRef,
  parsePipeline,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ConnectionWithSecrets,
  DeploymentPlan,
} from '@scaleph/backstage-plugin-scaleph-node';
import { seaTunnelConnectors } from '@scaleph/backstage-plugin-scaleph-node/connectors';
import { EmbeddedEngine } from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import { readFile } from 'node:fs/promises';
import { readDataSources } from './readDataSources';

/** A pipeline file with what it needs to run. @internal */
export interface LoadedPipeline {
  /** Absent when the text is not a pipeline. */
  document?: PipelineDocument;
  /** Absent when there are problems of severity error. */
  plan?: DeploymentPlan;
  connections: Record<string, ConnectionWithSecrets>;
  problems: DocumentProblem[];
}

/**
 * Reads, checks and plans a pipeline file.
 * @param parameters - undefined to check only: values may be missing then
 * @internal
 */
export async function loadPipeline(
  file: string,
  engine: EmbeddedEngine,
  options: { dataSources?: string; parameters?: Record<string, string> },
): Promise<LoadedPipeline> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new Error(
      error.code === 'ENOENT'
        ? `file ${file} does not exist`
        : `file ${file} cannot be read: ${error.message}`,
    );
  });
  const { document, problems } = parsePipeline(text);
  const sources = await readDataSources(file, options.dataSources);
  const connections = sources.connections ?? {};
  if (!document) return { connections, problems };
  const meaningWith = (known: ConnectorInfo[]) =>
    checkPipeline(document, {
      connectors: known,
      requireDataSources: false,
      engine: engine.id,
      ...(sources.connections && {
        dataSource: (nameOrRef: string) => {
          const source = connections[parseDataSourceRef(nameOrRef)];
          return source && { name: source.dataSource, type: source.type };
        },
      }),
    });
  // The whole catalogue takes a while to make; it only says better what is wrong.
  const quick = meaningWith(builtInConnectors);
  const meaning = quick.length ? meaningWith(seaTunnelConnectors()) : quick;
  const found = [...problems, ...meaning];
  const located = (list: DocumentProblem[]) => [
    ...locateProblems(text, list),
    ...sources.problems,
  ];
  if (hasErrors(found) || hasErrors(sources.problems)) {
    return { document, connections, problems: located(found) };
  }
  const planned = await plan(document, engine, connections, options.parameters);
  return {
    document,
    connections,
    plan: planned.plan,
    problems: located([...found, ...planned.problems]),
  };
}

/** @internal */
export function hasErrors(problems: DocumentProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

async function plan(
  document: PipelineDocument,
  engine: EmbeddedEngine,
  connections: Record<string, ConnectionWithSecrets>,
  parameters: Record<string, string> | undefined,
): Promise<{ plan?: DeploymentPlan; problems: DocumentProblem[] }> {
  // A check without values can say nothing about queries that need them.
  const waits = applyParameters(document, parameters ?? {}).problems.length > 0;
  if (!parameters && waits) return { problems: [] };
  try {
    const result = await engine.plan({
      target: engine.id,
      document,
      parameters: parameters ?? {},
      connections,
    });
    return { plan: result, problems: result.warnings };
  } catch (error) {
    const { problems } = error as { problems?: DocumentProblem[] };
    if (!problems) throw error;
    return { problems };
  }
}
