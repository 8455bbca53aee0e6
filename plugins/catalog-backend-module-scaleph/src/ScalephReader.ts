import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  ScalephApi,
  ScalephApiError,
  PipelineSummary,
  ScalephCatalogEvent,
  Target,
  toDataSourceEntity,
  toPipelineEntity,
  toTargetEntity,
} from '@scaleph/backstage-plugin-scaleph-common';
import { listAll } from './listAll';

const PAGE_SIZE = 200;

/**
 * Reads the pipelines, data sources and registered targets of Scaleph as catalog entities, in the name of the catalog itself.
 *
 * @internal
 */
export class ScalephReader {
  constructor(
    private readonly options: { api: ScalephApi; auth: AuthService },
  ) {}

  /** All of them. Throws when one page cannot be read: a part would look as if the rest had been deleted. */
  async readAll(signal?: AbortSignal): Promise<Entity[]> {
    const { api } = this.options;
    // A token lives for an hour; with one for each page a long list is no matter.
    const pipelines = await listAll(async cursor =>
      api.listPipelines(
        { limit: PAGE_SIZE, cursor, retired: 'all' },
        { token: await this.token(), signal },
      ),
    );
    const dataSources = await listAll(async cursor =>
      api.listDataSources(
        { limit: PAGE_SIZE, cursor },
        { token: await this.token(), signal },
      ),
    );
    const targets = await api.listTargets({
      token: await this.token(),
      signal,
    });
    return [
      ...pipelines.flatMap(ownEntity),
      ...dataSources.map(toDataSourceEntity),
      ...targets.items.flatMap(registeredEntity),
    ];
  }

  /** One of them; `undefined` when it does not exist any more. */
  async readOne({
    kind,
    name,
  }: Pick<ScalephCatalogEvent, 'kind' | 'name'>): Promise<Entity | undefined> {
    const { api } = this.options;
    const options = { token: await this.token() };
    try {
      switch (kind) {
        case 'pipeline':
          return ownEntity(await api.getPipeline(name, options))[0];
        case 'data-source':
          return toDataSourceEntity(await api.getDataSource(name, options));
        default:
          return registeredEntity(await api.getTarget(name, options))[0];
      }
    } catch (error) {
      if (error instanceof ScalephApiError && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }

  private async token(): Promise<string> {
    const { auth } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'scaleph',
    });
    return token;
  }
}

/** None for a pipeline that comes from a repository: its entity is there. */
function ownEntity(pipeline: PipelineSummary): Entity[] {
  return pipeline.origin ? [] : [toPipelineEntity(pipeline)];
}

/** None for a target that is built into an engine: it is nobody's, and no thing of its own. */
function registeredEntity({ name, title, registered }: Target): Entity[] {
  return registered ? [toTargetEntity({ name, title, registered })] : [];
}
