import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  artifactUploads,
  pipelineDataSources,
  PipelineDocument,
  scalephPipelineCreatePermission,
  scalephPipelinePublishPermission,
  scalephPipelineUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { RequireArtifacts } from '../artifacts/ArtifactService';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { Caller } from '../http/Caller';
import {
  OwnershipAuthorizer,
  requireBasic,
} from '../permissions/OwnershipAuthorizer';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { ReadDocuments } from './readArchivedDocuments';

/** What an import asks the permission policy; the same as the writes that it stands for. @internal */
export class ImportGate {
  constructor(
    private readonly options: {
      permissions: PermissionsService;
      pipelines: OwnershipAuthorizer;
      directory: Pick<PipelineDirectory, 'owners'>;
      dataSources: Pick<DataSourceDirectory, 'requireUse'>;
      requireArtifacts: RequireArtifacts;
    },
  ) {}

  /** Before anything else of an import. */
  requireAny(caller: Caller): Promise<void> {
    const { permissions } = this.options;
    return requireBasic(permissions, scalephPipelineCreatePermission, caller);
  }

  /** To make a pipeline; with versions also what publishing them asks for. */
  async requireCreate(
    { draft, versions }: ReadDocuments,
    caller: Caller,
  ): Promise<void> {
    await this.requireResult(draft, caller, scalephPipelineUpdatePermission);
    if (!versions.length) return;
    await this.requireResult(draft, caller, scalephPipelinePublishPermission);
    const { dataSources, requireArtifacts } = this.options;
    const documents = versions.map(({ document }) => document);
    const unique = (names: string[]) => [...new Set(names)];
    await dataSources.requireUse(
      unique(documents.flatMap(pipelineDataSources)),
      caller,
    );
    await requireArtifacts(unique(documents.flatMap(artifactUploads)), caller);
  }

  /** To replace the draft of a pipeline that is there. */
  async requireUpdate(draft: PipelineDocument, caller: Caller): Promise<void> {
    const { pipelines, directory } = this.options;
    const { name } = draft.metadata;
    const resource = directory.owners([name]).then(([found]) => found);
    await pipelines.require(
      `Pipeline "${name}"`,
      resource,
      caller,
      scalephPipelineUpdatePermission,
    );
    await this.requireResult(draft, caller, scalephPipelineUpdatePermission);
  }

  private requireResult(
    { metadata: { name, owner } }: PipelineDocument,
    caller: Caller,
    permission: typeof scalephPipelineUpdatePermission,
  ) {
    return this.options.pipelines.requireResult(
      `Pipeline "${name}"`,
      { owner },
      caller,
      permission,
    );
  }
}
