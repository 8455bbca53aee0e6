import {
  checkPipeline,
  DocumentProblem,
  parseDataSourceRef,
  pipelineDataSources,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectorCatalog } from '../connectors/ConnectorCatalog';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';

/**
 * Finds the problems of meaning of a document in this installation: with its
 * connectors and its data sources.
 *
 * @internal
 */
export class DocumentChecker {
  constructor(
    private readonly options: {
      connectors: ConnectorCatalog;
      dataSources: Pick<DataSourceDirectory, 'lookUp'>;
    },
  ) {}

  async check(document: PipelineDocument): Promise<DocumentProblem[]> {
    const { connectors, dataSources } = this.options;
    const known = await dataSources.lookUp(pipelineDataSources(document));
    return checkPipeline(document, {
      ...connectors.abilities(),
      connectors: connectors.list(),
      dataSource: nameOrRef => known.get(parseDataSourceRef(nameOrRef)),
      requireDataSources: true,
    });
  }
}
