import { PermissionsService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { RequireArtifacts } from '../artifacts/ArtifactService';
import { Audit } from '../audit/Audit';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { DocumentReader } from '../documents/DocumentReader';
import { ChangePublisher } from '../events/ChangePublisher';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { DocumentChecker } from '../pipelines/DocumentChecker';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { PipelineStore } from '../pipelines/PipelineStore';
import { PipelineWriter } from '../pipelines/PipelineWriter';
import { ArchiveExporter } from './ArchiveExporter';
import { ArchiveService } from './ArchiveService';
import { ArchiveStore } from './ArchiveStore';
import { DefaultArchiveService } from './DefaultArchiveService';
import { ImportGate } from './ImportGate';
import { PipelineImporter } from './PipelineImporter';

/** Puts together what exports and imports pipelines. @internal */
export function createArchiveService(options: {
  knex: Knex;
  store: PipelineStore;
  writer: PipelineWriter;
  checker: DocumentChecker;
  documents: DocumentReader;
  directory: PipelineDirectory;
  dataSources: Pick<DataSourceDirectory, 'requireUse'>;
  requireArtifacts: RequireArtifacts;
  permissions: PermissionsService;
  pipelines: OwnershipAuthorizer;
  publisher: ChangePublisher;
  audit: Audit;
}): ArchiveService {
  const archives = new ArchiveStore(options.knex);
  const gate = new ImportGate(options);
  return new DefaultArchiveService({
    ...options,
    gate,
    exporter: new ArchiveExporter({ ...options, archives }),
    importer: new PipelineImporter({ ...options, archives, gate }),
  });
}
