import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_PIPELINE,
  ANNOTATION_PIPELINE_ERROR,
  ANNOTATION_PIPELINE_FILE,
  OriginReading,
  OriginState,
  ScalephApi,
} from '@scaleph/backstage-plugin-scaleph-common';
import { PipelineFileReader, PipelineText } from './PipelineFileReader';

const CACHE_KEY = 'pipeline-file';

/** So often a file is read although it has not changed: Scaleph may have lost what it was told. In milliseconds. */
const READ_ANYWAY = 60 * 60 * 1000;

/** What the catalog keeps between two looks at an entity. */
type Known = {
  url: string;
  etag?: string;
  at: number;
  state: Pick<OriginState, 'pipeline' | 'dataSources' | 'message'>;
  /** What was refused: what stood in its way may be gone the next time. */
  refused?: OriginReading;
};

/**
 * Gives Scaleph the pipeline whose file an entity names by the annotation `scaleph.io/pipeline`, each time that the catalog looks at
 * the entity, and completes the entity with what Scaleph answers: the name of the pipeline, and the data sources that it uses.
 *
 * @internal
 */
export class ScalephPipelineProcessor implements CatalogProcessor {
  constructor(
    private readonly options: {
      api: Pick<ScalephApi, 'syncOrigin'>;
      auth: AuthService;
      files: PipelineFileReader;
      logger: LoggerService;
    },
  ) {}

  getProcessorName(): string {
    return 'ScalephPipelineProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    _origin: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const reference = entity.metadata.annotations?.[ANNOTATION_PIPELINE_FILE];
    if (!reference || entity.kind !== 'Component') return entity;
    const state = await this.sync({ entity, reference, location }, emit, cache);
    return complete(entity, state);
  }

  private async sync(
    named: { entity: Entity; reference: string; location: LocationSpec },
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Known['state']> {
    const { entity, reference, location } = named;
    const { files } = this.options;
    const entityRef = stringifyEntityRef(entity);
    let place: Pick<OriginReading, 'url' | 'repository'> = { url: reference };
    try {
      const file = files.locate(reference, location);
      const { url, repository } = file;
      place = { url, repository };
      // A push to the repository makes the catalog look at the entity at once.
      emit(processingResult.refresh(`${location.type}:${url}`));
      const known = await cache.get<Known>(CACHE_KEY);
      const fresh =
        known?.url === url && Date.now() - known.at < READ_ANYWAY
          ? known
          : undefined;
      const text = await files.read(file, location, fresh?.etag);
      if (!text && !fresh!.refused) return fresh!.state;
      const reading = text ? readingOf(entityRef, text) : fresh!.refused!;
      const state = await this.tell(reading);
      await cache.set(CACHE_KEY, {
        url,
        etag: text ? text.etag : fresh!.etag,
        at: text ? Date.now() : fresh!.at,
        state,
        ...(state.message && { refused: reading }),
      });
      return state;
    } catch (cause) {
      const error = toError(cause);
      if (!isAboutFile(error)) throw error;
      const message = `File "${reference}" could not be read: ${error.message}`;
      return this.tell({
        entityRef,
        ...place,
        error: message.slice(0, 4000),
      });
    }
  }

  private async tell(reading: OriginReading): Promise<Known['state']> {
    const { api, auth, logger } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'scaleph',
    });
    const { pipeline, dataSources, message } = await api.syncOrigin(reading, {
      token,
    });
    if (message) logger.warn(`${reading.entityRef}: ${message}`);
    return {
      dataSources,
      ...(pipeline && { pipeline }),
      ...(message && { message }),
    };
  }
}

function readingOf(
  entityRef: string,
  { etag: _, ...text }: PipelineText,
): OriginReading {
  return { entityRef, ...text };
}

/** What the author of the entity can put right; everything else is tried again by the catalog, which keeps what it has. */
function isAboutFile(error: Error & { code?: unknown }): boolean {
  return (
    error.name === InputError.name ||
    error.name === NotFoundError.name ||
    error.name === 'NotAllowedError' ||
    error.code === 'ENOENT'
  );
}

function complete(
  entity: Entity,
  { pipeline, dataSources, message }: Known['state'],
): Entity {
  const spec = entity.spec ?? {};
  const dependsOn = Array.isArray(spec.dependsOn) ? spec.dependsOn : [];
  const added = dataSources.filter(ref => !dependsOn.includes(ref));
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        ...(pipeline && { [ANNOTATION_PIPELINE]: pipeline }),
        ...(message && { [ANNOTATION_PIPELINE_ERROR]: message }),
      },
    },
    ...((added.length > 0 || entity.spec) && {
      spec: {
        ...spec,
        ...(added.length && { dependsOn: [...dependsOn, ...added] }),
      },
    }),
  };
}
