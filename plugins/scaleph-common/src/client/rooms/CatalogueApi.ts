import {
  Artifact,
  ArtifactPage,
  ConnectorInfo,
  ConnectorSummary,
  FlinkOption,
  GetConnectorQuery,
  ListArtifactsQuery,
  ListConnectorsQuery,
  NodeKind,
  UploadArtifactQuery,
} from '../../types';
import { RequestOptions } from '../options';

/** What this installation offers, and its jars. @public */
export interface CatalogueApi {
  listConnectors(
    query?: ListConnectorsQuery,
    options?: RequestOptions,
  ): Promise<{ items: ConnectorSummary[] }>;
  /** With the schema of its options; `release` is one of SeaTunnel, all together when absent. */
  getConnector(
    kind: NodeKind,
    name: string,
    query?: GetConnectorQuery,
    options?: RequestOptions,
  ): Promise<ConnectorInfo>;
  listFlinkOptions(options?: RequestOptions): Promise<{ items: FlinkOption[] }>;
  listArtifacts(
    query?: ListArtifactsQuery,
    options?: RequestOptions,
  ): Promise<ArtifactPage>;
  getArtifact(name: string, options?: RequestOptions): Promise<Artifact>;
  /** The jar's bytes under a name that ends in `.jar`. */
  uploadArtifact(
    name: string,
    jar: Blob | ArrayBuffer | Uint8Array,
    query: UploadArtifactQuery,
    options?: RequestOptions,
  ): Promise<Artifact>;
  deleteArtifact(name: string, options?: RequestOptions): Promise<void>;
}
