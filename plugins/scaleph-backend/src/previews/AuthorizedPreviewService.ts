import { NotAllowedError } from '@backstage/errors';
import {
  pipelineDataSources,
  scalephPipelineRunPermission,
  scalephPipelineUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Audit } from '../audit/Audit';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { DocumentReader } from '../documents/DocumentReader';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { DocumentInput } from '../pipelines/PipelineService';
import { readDocument } from '../pipelines/readDocument';
import { PreviewContext, PreviewService } from './PreviewService';

/**
 * Permissions and audit around a PreviewService. Fields are told to who may change the pipeline; rows to who may run it as well,
 * since whoever publishes and runs it can read them all the same. Data sources that the caller may not use are left alone.
 *
 * @internal
 */
export class AuthorizedPreviewService implements PreviewService {
  constructor(
    private readonly inner: PreviewService,
    private readonly options: {
      pipelines: OwnershipAuthorizer;
      directory: Pick<PipelineDirectory, 'owners'>;
      dataSources: Pick<DataSourceDirectory, 'requireUse'>;
      documents: Pick<DocumentReader, 'parse'>;
      audit: Audit;
    },
  ) {}

  async fields(name: string, input: DocumentInput, context: PreviewContext) {
    const { caller } = context;
    await this.require(name, caller, [scalephPipelineUpdatePermission]);
    const refused = await this.refused(input, caller);
    return this.inner.fields(name, input, { ...context, refused });
  }

  async rows(
    name: string,
    input: Parameters<PreviewService['rows']>[1],
    context: PreviewContext,
  ) {
    const { caller } = context;
    const { node, limit, parameters, ...text } = input;
    return this.options.audit.record(
      {
        eventId: 'pipeline-preview',
        caller,
        meta: { pipeline: name, node },
      },
      async () => {
        await this.require(name, caller, [
          scalephPipelineUpdatePermission,
          scalephPipelineRunPermission,
        ]);
        const refused = await this.refused(text, caller);
        return this.inner.rows(name, input, { ...context, refused });
      },
      ({ sample }) => ({ rows: sample?.rows.length ?? 0 }),
    );
  }

  private async require(
    name: string,
    caller: Caller,
    permissions: Parameters<OwnershipAuthorizer['require']>[3][],
  ): Promise<void> {
    const { directory, pipelines } = this.options;
    const resource = directory.owners([name]).then(([found]) => found);
    await Promise.all(
      permissions.map(permission =>
        pipelines.require(`Pipeline "${name}"`, resource, caller, permission),
      ),
    );
  }

  /** Why, by name of the data source. */
  private async refused(
    input: DocumentInput,
    caller: Caller,
  ): Promise<Record<string, string>> {
    const names = pipelineDataSources(
      await readDocument(input, this.options.documents),
    );
    const refused: Record<string, string> = {};
    await Promise.all(
      names.map(async name => {
        try {
          await this.options.dataSources.requireUse([name], caller);
        } catch (error) {
          if (!(error instanceof NotAllowedError)) throw error;
          refused[name] = error.message;
        }
      }),
    );
    return refused;
  }
}
