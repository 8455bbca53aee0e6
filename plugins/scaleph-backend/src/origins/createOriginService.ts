import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { DocumentReader } from '../documents/DocumentReader';
import { ChangePublisher } from '../events/ChangePublisher';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { DocumentChecker } from '../pipelines/DocumentChecker';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { PipelineStore } from '../pipelines/PipelineStore';
import { AuthorizedOriginService } from './AuthorizedOriginService';
import { DefaultOriginService } from './DefaultOriginService';
import { OriginService } from './OriginService';
import { OriginStore } from './OriginStore';
import { OriginWriter } from './OriginWriter';

/** Puts the service of the origins together; its routes belong to the room of the pipelines. @internal */
export function createOriginService(options: {
  knex: Knex;
  audit: Audit;
  checker: DocumentChecker;
  documents: DocumentReader;
  directory: PipelineDirectory;
  pipelines: OwnershipAuthorizer;
  publisher: ChangePublisher;
  store: PipelineStore;
}): OriginService {
  const origins = new OriginStore(options.knex);
  const writer = new OriginWriter({ ...options, origins });
  return new AuthorizedOriginService(
    new DefaultOriginService({ ...options, origins, writer }),
    options,
  );
}
