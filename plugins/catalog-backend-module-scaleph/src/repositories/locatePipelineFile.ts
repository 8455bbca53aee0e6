import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import gitUrlParse from 'git-url-parse';

/** Where the file of a pipeline is. @internal */
export interface PipelineFile {
  /** As the URL reader takes it, or a path of this machine for a location of type `file`. */
  url: string;
  /** In its repository. */
  path: string;
  /** What it lies in, whichever its branch: the pipeline stays with it. */
  repository: string;
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
  // What is encoded could be decoded once more further on, and lead elsewhere then.
  if (
    // eslint-disable-next-line no-control-regex -- that is what is looked for
    /^[a-z][a-z0-9+.-]*:|^[/\\]|[\\?#\u0000-\u001f\u007f]|%(?![0-9a-f]{2})|%(?:0|1|2e|2f|5c|25|7f)/i.test(
      reference,
    )
  ) {
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
  return { url, ...place };
}

type Place = Omit<PipelineFile, 'url'>;

function inRepository(url: string, base: string): Place | undefined {
  const [file, entity] = [gitUrlParse(url), gitUrlParse(base)];
  const same = (['resource', 'full_name', 'ref'] as const).every(
    part => file[part] === entity[part],
  );
  return same && !file.filepath.split('/').includes('..')
    ? {
        path: file.filepath,
        repository: `${entity.resource}/${entity.full_name}`.toLowerCase(),
      }
    : undefined;
}

function inDirectory(url: string, base: string): Place | undefined {
  const [file, directory] = [new URL(url), new URL('.', base)];
  const inside =
    file.origin === directory.origin &&
    file.pathname.startsWith(directory.pathname);
  return inside
    ? {
        path: decodeURIComponent(
          file.pathname.slice(directory.pathname.length),
        ),
        repository: `${directory.host}${directory.pathname}`,
      }
    : undefined;
}
