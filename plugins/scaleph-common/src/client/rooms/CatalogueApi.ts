import {
  Artifact,
  ArtifactPage,
  ConnectorInfo,
  FlinkOption,
  ListArtifactsQuery,
  ListConnectorsQuery,
  UploadArtifactQuery,
} from '../../types';
import { RequestOptions } from '../options';

/** What this installation offers, and its jars. @public */
export interface CatalogueApi {
  listConnectors(
    query?: ListConnectorsQuery,
    options?: RequestOptions,
  ): Promise<{ items: ConnectorInfo[] }>;
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
