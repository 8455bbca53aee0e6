import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import gitUrlParse from 'git-url-parse';

/** Where the file of a pipeline is. @internal */
export interface PipelineFile {
  /** As the URL reader takes it, or a path of this machine for a location of type `file`. */
  url: string;
  /** In its repository. */
  path: string;
}

/**
 * The file that an entity names, which must lie in the repository (or, where there is none, in the directory) that the entity comes
 * from: whoever registers an entity must not have other files read with the portal's tokens. Throws InputError.
 * @param reference - what the annotation says
 * @param base - URL of the file that the entity is in
 * @internal
 */
export function locatePipelineFile(
  reference: string,
  base: string,
  integrations: ScmIntegrationRegistry,
): PipelineFile {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]|\\/i.test(reference)) {
    throw new InputError(
      `"${reference}" is not a path relative to the file of the entity, such as ./pipeline.yaml`,
    );
  }
  const url = integrations.resolveUrl({ url: reference, base });
  const place = integrations.byUrl(base)
    ? inRepository(url, base)
    : inDirectory(url, base);
  if (place === undefined) {
    throw new InputError(
      `"${reference}" leads out of the repository of the entity`,
    );
  }
  return { url, path: place };
}

function inRepository(url: string, base: string): string | undefined {
  const [file, entity] = [gitUrlParse(url), gitUrlParse(base)];
  const same = (['resource', 'full_name', 'ref'] as const).every(
    part => file[part] === entity[part],
  );
  return same && !file.filepath.split('/').includes('..')
    ? file.filepath
    : undefined;
}

function inDirectory(url: string, base: string): string | undefined {
  const [file, directory] = [new URL(url), new URL('.', base)];
  const inside =
    file.origin === directory.origin &&
    file.pathname.startsWith(directory.pathname);
  return inside
    ? decodeURIComponent(file.pathname.slice(directory.pathname.length))
    : undefined;
}
