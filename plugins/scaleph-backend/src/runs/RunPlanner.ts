import { InputError } from '@backstage/errors';
import {
  applyParameters,
  artifactUploads,
  checkPipeline,
  DocumentProblem,
  PipelineDocument,
  pipelineDataSources,
} from '@scaleph/backstage-plugin-scaleph-common';
import { FindUploads } from '../artifacts/ArtifactService';
import {
  assertPublishedWith,
  PublishedWith,
} from '../artifacts/versionDigests';
import { ConnectorCatalog } from '../connectors/ConnectorCatalog';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { ProblemsError } from '../http/httpErrors';
import { EngineRegistry } from '../targets/EngineRegistry';
import { PinnedPlan } from './RunRecord';

/** @internal */
export interface PlannedRun {
  plan: PinnedPlan;
  /** Every declared parameter with the value it takes. */
  parameters: Record<string, string>;
}

/**
 * What a run of a document would submit. Changes nothing, and sees no secret.
 *
 * @internal
 */
export class RunPlanner {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      connectors: ConnectorCatalog;
      dataSources: Pick<DataSourceDirectory, 'lookUp' | 'connections'>;
      findUploads: FindUploads;
    },
  ) {}

  /**
   * Checks against the data sources and engines as they are now, which may
   * have changed since the document was published. Throws ProblemsError, or
   * InputError for an unknown target or an upload that is gone, ConflictError
   * when an upload is another jar than the one of the version.
   */
  async plan(request: {
    document: PipelineDocument;
    target?: string;
    parameters?: Record<string, string>;
    /** Which targets may be chosen without being named; all when absent. */
    isUsable?: (target: string) => boolean;
    /** Absent for a draft. */
    published?: PublishedWith;
  }): Promise<PlannedRun> {
    const { engines, connectors, dataSources } = this.options;
    const { document } = request;
    const { name } = document.metadata;
    const names = pipelineDataSources(document);
    const { engine, target, connection } = await engines.choose(
      document,
      request.target,
      request.isUsable,
    );
    const capabilities = engine.capabilities(connection);
    const facts = await dataSources.lookUp(names);
    refuse(
      name,
      checkPipeline(document, {
        ...connectors.of(capabilities),
        dataSource: known => facts.get(known),
        requireDataSources: true,
        engine: engine.id,
        pipelineTypes: capabilities.pipelineTypes,
        modes: capabilities.modes,
      }),
    );
    const parameters = effectiveParameters(document, request.parameters ?? {});
    refuse(name, applyParameters(document, parameters).problems);
    const plan = await engine.plan({
      target: target.name,
      ...(connection && { targetConnection: connection }),
      document,
      parameters,
      connections: await dataSources.connections(names),
    });
    const own = await this.require(artifactUploads(document));
    if (request.published) assertPublishedWith(request.published, own);
    const uploads = [...own, ...(await this.require(plan.uploads ?? []))];
    if (uploads.length === 0) return { plan, parameters };
    const digests = uploads.map(([upload, { sha256 }]) => [upload, sha256]);
    return {
      plan: { ...plan, digests: Object.fromEntries(digests) },
      parameters,
    };
  }

  private async require(names: string[]): ReturnType<FindUploads> {
    const uploads = await this.options.findUploads(names);
    const missing = names.find(name => !uploads.has(name));
    if (missing !== undefined) {
      throw new InputError(
        `Artifact "${missing}" does not exist (any more): upload it`,
      );
    }
    return uploads;
  }
}

/** Throws InputError for a name that the document does not declare. */
function effectiveParameters(
  document: PipelineDocument,
  given: Record<string, string>,
): Record<string, string> {
  const declared = document.spec.parameters ?? {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name)) {
      const names = Object.keys(declared).join(', ');
      throw new InputError(
        `Pipeline "${
          document.metadata.name
        }" declares no parameter "${name}"; it declares ${names || 'none'}`,
      );
    }
  }
  const defaults = Object.entries(declared).flatMap(([name, parameter]) =>
    parameter.default === undefined ? [] : [[name, parameter.default]],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

function refuse(pipeline: string, problems: DocumentProblem[]): void {
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length === 0) return;
  throw new ProblemsError(
    `Pipeline "${pipeline}" cannot run: ${errors
      .slice(0, 3)
      .map(({ message }) => withoutPipeline(message, pipeline))
      .join('; ')}`,
    errors,
  );
}

/** What the sentence begins with is not said again. */
function withoutPipeline(message: string, pipeline: string): string {
  const beginning = `Pipeline "${pipeline}": `;
  return message.startsWith(beginning)
    ? message.slice(beginning.length)
    : message;
}
