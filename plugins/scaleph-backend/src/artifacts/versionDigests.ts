import { ConflictError } from '@backstage/errors';
import {
  artifactUploads,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable } from '../database/Transaction';
import { findUploads, Upload } from './findUploads';

/** SHA-256 in hex by name of the upload. @internal */
export type Digests = Record<string, string>;

/** What a version is published with: names may be free again later, and be of other bytes then. @internal */
export async function versionDigests(
  db: Queryable,
  document: PipelineDocument,
): Promise<Digests> {
  const uploads = await findUploads(db, artifactUploads(document));
  return Object.fromEntries(
    [...uploads].map(([name, { sha256 }]) => [name, sha256]),
  );
}

/** A version that is to be run. @internal */
export interface PublishedWith {
  version: number;
  /** ISO 8601 */
  publishedAt: string;
  /** Absent for a version from before digests were kept. */
  digests?: Digests;
}

/**
 * Throws ConflictError when an upload is another jar than the one of the
 * version. Of an older version no digest is known; but the bytes of a name
 * never change, so that a jar from before it is the one it was published with.
 *
 * @internal
 */
export function assertPublishedWith(
  published: PublishedWith,
  uploads: ReadonlyMap<string, Upload>,
): void {
  const { version, publishedAt, digests = {} } = published;
  for (const [name, { sha256, created_at }] of uploads) {
    const expected = Object.hasOwn(digests, name) ? digests[name] : undefined;
    const isSame = expected
      ? expected === sha256
      : Date.parse(created_at) <= Date.parse(publishedAt);
    if (isSame) continue;
    throw new ConflictError(
      `Artifact "${name}" is another jar than the one that version ${version} was published with${
        expected ? ` (SHA-256 ${expected})` : ''
      }, which is gone: upload that one again, or publish a version with the jar of now`,
    );
  }
}
