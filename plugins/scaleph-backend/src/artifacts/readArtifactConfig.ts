import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** @internal */
export interface MavenRepository {
  url: string;
  /** Value of the header Authorization. */
  authorization?: string;
}

/** @internal */
export interface ArtifactConfig {
  /** Bytes of one jar. */
  maxSize: number;
  repositories: MavenRepository[];
}

const DEFAULT_SIZE = 200_000_000;
const UNITS: Record<string, number> = { KB: 1e3, MB: 1e6, GB: 1e9 };

/** Reads `scaleph.artifacts`. Throws InputError naming the key. @internal */
export function readArtifactConfig(config: Config): ArtifactConfig {
  const size = config.getOptionalString('scaleph.artifacts.maxSize');
  const repositories =
    config.getOptionalConfigArray('scaleph.artifacts.maven.repositories') ?? [];
  return {
    maxSize: size === undefined ? DEFAULT_SIZE : readSize(size),
    repositories: repositories.map(repository => {
      const url = repository.getString('url');
      if (!/^https?:\/\/[^/@?#]+/.test(url)) {
        throw new InputError(
          `scaleph.artifacts.maven.repositories: "${url}" is no http(s) address`,
        );
      }
      return {
        url: url.replace(/\/+$/, ''),
        authorization: repository.getOptionalString('authorization'),
      };
    }),
  };
}

function readSize(text: string): number {
  const [, number, unit] = /^([0-9]+)\s*(KB|MB|GB)$/i.exec(text.trim()) ?? [];
  if (!number) {
    throw new InputError(
      `scaleph.artifacts.maxSize is "${text}" and must be a size such as 200MB`,
    );
  }
  return Number(number) * UNITS[unit.toUpperCase()];
}
