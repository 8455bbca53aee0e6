import { ArtifactRef } from '@scaleph/backstage-plugin-scaleph-common';

/** The bytes of a jar. @public */
export interface ArtifactContent {
  /** A file name that ends in `.jar`; safe as one path segment. */
  name: string;
  /** Of its content, in hex. */
  sha256: string;
  sizeBytes: number;
  /** Its bytes from the start; may be asked for several times. */
  open(): AsyncIterable<Uint8Array>;
}

/** Finds jars, wherever they are kept. @public */
export interface ArtifactReader {
  /**
   * Throws NotFoundError for an upload that does not exist, InputError for a
   * place that the configuration does not allow or bytes that have another
   * digest than the one given.
   */
  read(ref: ArtifactRef): Promise<ArtifactContent>;
}
