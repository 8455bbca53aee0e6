import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  artifactUploads,
  Pipeline,
  pipelineDataSources,
  PipelineDocument,
  PipelineSummary,
  scalephConnectorReadPermission,
  scalephPipelineCreatePermission,
  scalephPipelineDeletePermission,
  scalephPipelinePublishPermission,
  scalephPipelineUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { RequireArtifacts } from '../artifacts/ArtifactService';
import { Audit } from '../audit/Audit';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { DocumentReader } from '../documents/DocumentReader';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import {
  OwnershipAuthorizer,
  requireBasic,
} from '../permissions/OwnershipAuthorizer';
import { OwnedResource } from '../permissions/rules';
import { PipelineDirectory } from './PipelineDirectory';
import {
  DocumentInput,
  PipelineQuery,
  PipelineService,
} from './PipelineService';
import { readDocument } from './readDocument';

/**
 * Permissions and audit around a PipelineService. What a caller may not read
 * does not exist for them. A document may only be saved with an owner for whom
 * the caller holds `scaleph.pipeline.update`, and published or planned only
 * with data sources that the caller may use.
 *
 * @internal
 */
export class AuthorizedPipelineService implements PipelineService {
  constructor(
    private readonly inner: PipelineService,
    private readonly options: {
      permissions: PermissionsService;
      pipelines: OwnershipAuthorizer;
      runs: OwnershipAuthorizer;
      directory: Pick<PipelineDirectory, 'owners'>;
      dataSources: Pick<DataSourceDirectory, 'requireUse'>;
      documents: Pick<DocumentReader, 'parse'>;
      requireArtifacts: RequireArtifacts;
      audit: Audit;
    },
  ) {}

  async list(query: PipelineQuery, caller: Caller) {
    const [visible, mayReadRun] = await Promise.all([
      this.options.pipelines.filter(caller),
      this.options.runs.judge(caller),
    ]);
    const page = await this.inner.list({ ...query, visible }, caller);
    const items = page.items.map(item => hideRun(item, mayReadRun));
    return { ...page, items };
  }

  async get(name: string, caller: Caller) {
    const [mayReadRun] = await Promise.all([
      this.options.runs.judge(caller),
      this.require(name, caller),
    ]);
    return hideRun(await this.inner.get(name, caller), mayReadRun);
  }

  async create(
    input: DocumentInput & { publish?: boolean; message?: string },
    caller: Caller,
  ) {
    const { publish, message } = input;
    return this.options.audit.record(
      { eventId: 'pipeline-create', caller, meta: { publish: !!publish } },
      async () => {
        const { permissions } = this.options;
        await requireBasic(
          permissions,
          scalephPipelineCreatePermission,
          caller,
        );
        const document = await readDocument(input, this.options.documents);
        await this.requireResult(document, caller);
        if (publish) {
          await this.requireResult(
            document,
            caller,
            scalephPipelinePublishPermission,
          );
          await this.requireUse(document, caller);
        }
        return this.inner.create({ document, publish, message }, caller);
      },
      ({ name, owner }) => ({ pipeline: name, owner }),
    );
  }

  async update(
    name: string,
    input: DocumentInput,
    ifMatch: IfMatch,
    caller: Caller,
  ) {
    return this.options.audit.record(
      { eventId: 'pipeline-update', caller, meta: { pipeline: name } },
      async () => {
        const [mayReadRun] = await Promise.all([
          this.options.runs.judge(caller),
          this.require(name, caller, scalephPipelineUpdatePermission),
        ]);
        const document = await readDocument(input, this.options.documents);
        await this.requireResult(document, caller);
        const pipeline = await this.inner.update(
          name,
          { document },
          ifMatch,
          caller,
        );
        return hideRun(pipeline, mayReadRun);
      },
      ({ owner, etag }) => ({ owner, etag }),
    );
  }

  async retire(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ) {
    return this.options.audit.record(
      {
        eventId: 'pipeline-retire',
        severityLevel: 'high',
        caller,
        meta: { pipeline: name },
      },
      () =>
        this.changeUse(name, caller, () =>
          this.inner.retire(name, input, ifMatch, caller),
        ),
    );
  }

  async bringBack(name: string, ifMatch: IfMatch, caller: Caller) {
    return this.options.audit.record(
      { eventId: 'pipeline-bring-back', caller, meta: { pipeline: name } },
      () =>
        this.changeUse(name, caller, () =>
          this.inner.bringBack(name, ifMatch, caller),
        ),
    );
  }

  async delete(name: string, ifMatch: IfMatch, caller: Caller) {
    return this.options.audit.record(
      {
        eventId: 'pipeline-delete',
        severityLevel: 'high',
        caller,
        meta: { pipeline: name },
      },
      async () => {
        await this.require(name, caller, scalephPipelineDeletePermission);
        await this.inner.delete(name, ifMatch, caller);
      },
    );
  }

  async publish(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ) {
    return this.options.audit.record(
      { eventId: 'pipeline-publish', caller, meta: { pipeline: name } },
      async () => {
        await this.require(name, caller, scalephPipelinePublishPermission);
        const { document } = await this.inner.get(name, caller);
        await this.requireUse(document, caller);
        return this.inner.publish(name, input, ifMatch, caller);
      },
      ({ version, created }) => ({ version: version.version, created }),
    );
  }

  async listVersions(
    name: string,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ) {
    await this.require(name, caller);
    return this.inner.listVersions(name, page, caller);
  }

  async getVersion(name: string, version: number, caller: Caller) {
    await this.require(name, caller);
    return this.inner.getVersion(name, version, caller);
  }

  async diff(
    name: string,
    range: { from?: string; to: string },
    caller: Caller,
  ) {
    await this.require(name, caller);
    return this.inner.diff(name, range, caller);
  }

  async plan(
    name: string,
    input: Parameters<PipelineService['plan']>[1],
    caller: Caller,
  ) {
    await this.require(name, caller);
    const pipeline = await this.inner.get(name, caller);
    const version = input.version ?? `${pipeline.publishedVersion ?? 'draft'}`;
    const { document } =
      version === 'draft'
        ? pipeline
        : await this.inner.getVersion(name, Number(version), caller);
    // A plan tells where its data sources are.
    if (document) await this.requireUse(document, caller);
    return this.inner.plan(name, { ...input, version }, caller);
  }

  async validate(input: DocumentInput, caller: Caller) {
    const { permissions } = this.options;
    await requireBasic(permissions, scalephConnectorReadPermission, caller);
    return this.inner.validate(input, caller);
  }

  /** For others a retired pipeline is as good as deleted, so it takes the same permission. */
  private async changeUse(
    name: string,
    caller: Caller,
    change: () => Promise<Pipeline>,
  ): Promise<Pipeline> {
    const [mayReadRun] = await Promise.all([
      this.options.runs.judge(caller),
      this.require(name, caller, scalephPipelineDeletePermission),
    ]);
    return hideRun(await change(), mayReadRun);
  }

  private async require(
    name: string,
    caller: Caller,
    permission?: ResourcePermission,
  ): Promise<void> {
    const { directory, pipelines } = this.options;
    const resource = directory.owners([name]).then(([found]) => found);
    await pipelines.require(`Pipeline "${name}"`, resource, caller, permission);
  }

  private requireResult(
    document: PipelineDocument,
    caller: Caller,
    permission: ResourcePermission = scalephPipelineUpdatePermission,
  ) {
    const { name, owner } = document.metadata;
    return this.options.pipelines.requireResult(
      `Pipeline "${name}"`,
      { owner },
      caller,
      permission,
    );
  }

  private async requireUse(document: PipelineDocument, caller: Caller) {
    const { dataSources, requireArtifacts } = this.options;
    await dataSources.requireUse(pipelineDataSources(document), caller);
    await requireArtifacts(artifactUploads(document), caller);
  }
}

/** The last run of a pipeline is shown to those who may read it. */
function hideRun<T extends PipelineSummary>(
  pipeline: T,
  mayRead: (run: OwnedResource) => boolean,
): T {
  const { lastRun } = pipeline;
  return lastRun && !mayRead(lastRun)
    ? { ...pipeline, lastRun: undefined }
    : pipeline;
}
