import { InputError } from '@backstage/errors';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';

/**
 * Reads uploads as they were when a run was started: the name of one that was
 * deleted is free for other bytes, of other people.
 *
 * @param digests - SHA-256 in hex by name; a name without one is read as it is
 * @internal
 */
export function pinnedArtifacts(
  reader: ArtifactReader,
  digests: Record<string, string> = {},
): ArtifactReader {
  return {
    async read(ref) {
      const content = await reader.read(ref);
      if (!('upload' in ref) || !Object.hasOwn(digests, ref.upload)) {
        return content;
      }
      const expected = digests[ref.upload];
      if (content.sha256 === expected) return content;
      throw new InputError(
        `Artifact "${ref.upload}" is another jar than the one that this run was started with: its SHA-256 is ${content.sha256}, not ${expected}. Start a new run to use it`,
      );
    },
  };
}
