import { InputError, NotFoundError } from '@backstage/errors';
import { ArtifactRef } from '@scaleph/backstage-plugin-scaleph-common';
import {
  ArtifactContent,
  ArtifactReader,
  NetworkPolicy,
} from '@scaleph/backstage-plugin-scaleph-node';
import { ArtifactStore } from './ArtifactStore';
import { DownloadNotFoundError, JarDownloads } from './JarDownloads';
import { mavenPath } from './mavenPath';
import { MavenRepository } from './readArtifactConfig';

/** Uploads, URLs and Maven coordinates. No permissions. @internal */
export class DefaultArtifactReader implements ArtifactReader {
  constructor(
    private readonly options: {
      store: Pick<ArtifactStore, 'find' | 'read'>;
      downloads: JarDownloads;
      network: NetworkPolicy;
      repositories: readonly MavenRepository[];
    },
  ) {}

  async read(ref: ArtifactRef): Promise<ArtifactContent> {
    if ('upload' in ref) return this.upload(ref.upload);
    if ('maven' in ref) return this.maven(ref.maven);
    const { url, sha256 } = ref;
    const { downloads, network } = this.options;
    try {
      return await downloads.get({ url, sha256, network });
    } catch (error) {
      if (!(error instanceof DownloadNotFoundError)) throw error;
      throw new NotFoundError(`There is no jar at ${url}`);
    }
  }

  private async upload(name: string): Promise<ArtifactContent> {
    const { store } = this.options;
    const row = await store.find(name);
    if (!row) throw new NotFoundError(`Artifact "${name}" does not exist`);
    return {
      name,
      sha256: row.sha256,
      sizeBytes: Number(row.size_bytes),
      async *open() {
        let offset = 0;
        for (;;) {
          const bytes = await store.read(row.id, offset);
          if (!bytes) break;
          yield bytes;
          offset += bytes.length;
        }
        // Somebody deletes it at this moment.
        if (offset !== Number(row.size_bytes)) {
          throw new NotFoundError(`Artifact "${name}" does not exist any more`);
        }
      },
    };
  }

  /** From the first repository that has it. */
  private async maven(coordinates: string): Promise<ArtifactContent> {
    const { repositories, downloads } = this.options;
    if (repositories.length === 0) {
      throw new InputError(
        `"${coordinates}" cannot be fetched: no Maven repository is configured (scaleph.artifacts.maven.repositories)`,
      );
    }
    const path = mavenPath(coordinates);
    for (const { url, authorization } of repositories) {
      try {
        return await downloads.get({
          url: `${url}/${path}`,
          // The platform team has named it.
          network: NetworkPolicy.allowAll(),
          authorization,
          isFixed: !/-SNAPSHOT(?::|$)/.test(coordinates),
        });
      } catch (error) {
        if (!(error instanceof DownloadNotFoundError)) throw error;
      }
    }
    throw new NotFoundError(
      `No configured Maven repository has ${coordinates}`,
    );
  }
}
