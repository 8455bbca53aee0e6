import { OwnershipFilter } from '../permissions/ownershipFilter';
import { ArtifactRow } from './artifactRows';

/** Bytes of one row. @internal */
export const CHUNK_BYTES = 1024 * 1024;

/** @internal */
export interface ArtifactQuery {
  search?: string;
  limit: number;
  cursor?: string;
}

/** @internal */
export interface ArtifactRowPage {
  items: ArtifactRow[];
  nextCursor?: string;
  totalItems: number;
}

/** Where jars are stored. @internal */
export interface ArtifactStore {
  list(
    query: ArtifactQuery,
    visible: OwnershipFilter,
  ): Promise<ArtifactRowPage>;
  find(name: string): Promise<ArtifactRow | undefined>;
  /** In no order. */
  findAll(names: string[]): Promise<ArtifactRow[]>;
  /** Begins an upload; nobody sees it before `complete`. */
  begin(uploadId: string): Promise<void>;
  append(uploadId: string, position: number, bytes: Buffer): Promise<void>;
  /** Makes an upload the artifact of that row, whose id it has; false when the name is taken. */
  complete(row: ArtifactRow): Promise<boolean>;
  abandon(uploadId: string): Promise<void>;
  /** Abandons uploads to which nothing has come since. */
  abandonOlderThan(touchedAt: string): Promise<number>;
  /** Bytes from an offset on, to the end of their chunk; undefined behind the last one. */
  read(id: string, offset: number): Promise<Buffer | undefined>;
  /** False when it is gone. */
  delete(id: string): Promise<boolean>;
}
