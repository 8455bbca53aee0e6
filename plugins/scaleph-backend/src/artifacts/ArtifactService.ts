import {
  Artifact,
  ArtifactPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { ArtifactQuery } from './ArtifactStore';
import { Upload } from './findUploads';

/** @internal */
export interface ArtifactUpload {
  name: string;
  /** Entity ref of a Group or User. */
  owner: string;
  description?: string;
  content: AsyncIterable<Uint8Array>;
}

/** Jars that users upload. @internal */
export interface ArtifactService {
  list(
    query: ArtifactQuery & { visible?: OwnershipFilter },
    caller: Caller,
  ): Promise<ArtifactPage>;
  get(name: string, caller: Caller): Promise<Artifact>;
  /**
   * Stores a jar while it comes. `isNew` is false for bytes that are there
   * already under this name. Throws InputError for what is no jar,
   * PayloadTooLargeError, or ConflictError for other bytes under the name.
   */
  upload(
    upload: ArtifactUpload,
    caller: Caller,
  ): Promise<{ artifact: Artifact; isNew: boolean }>;
  /** Throws ConflictError while pipelines use it. */
  delete(name: string, caller: Caller): Promise<void>;
}

/** Throws NotFoundError for the first name that does not exist, or that the caller may not read: nobody runs code of others unseen. @internal */
export type RequireArtifacts = (
  names: string[],
  caller: Caller,
) => Promise<void>;

/** The uploads that exist, by name. No permissions. @internal */
export type FindUploads = (names: string[]) => Promise<Map<string, Upload>>;
