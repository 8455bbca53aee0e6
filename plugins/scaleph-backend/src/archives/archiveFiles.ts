import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';
import { ArchivedPipeline, ArchivedVersion } from './ArchivedPipeline';

const ABOUT = 'archive.json';
const FORMAT = 'scaleph-archive';
const FORMAT_VERSION = 1;
const FILE =
  /^pipelines\/([^/]+)\/(pipeline\.yaml|pipeline\.json|versions\/([1-9]\d{0,8})\.yaml)$/;

const aboutSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number().int(),
});

const factsSchema = z
  .object({
    versions: z.array(
      z
        .object({
          version: z.number().int().positive(),
          message: z.string().max(500).optional(),
          publishedAt: z.string().datetime(),
          publishedBy: z.string().min(1).max(400),
        })
        .strict(),
    ),
    retired: z
      .object({ message: z.string().max(500).optional() })
      .strict()
      .optional(),
  })
  .strict();

type Facts = z.infer<typeof factsSchema>;

/**
 * The files of an archive:
 *
 *     archive.json                        what it is
 *     pipelines/orders/pipeline.yaml      the draft
 *     pipelines/orders/pipeline.json      who published which version, and when
 *     pipelines/orders/versions/1.yaml
 *
 * @internal
 */
export function toArchiveFiles(
  pipelines: ArchivedPipeline[],
  about: { exportedAt: string; system?: string },
): Map<string, string> {
  const files = new Map([
    [ABOUT, json({ format: FORMAT, formatVersion: FORMAT_VERSION, ...about })],
  ]);
  for (const { path, draft, versions, retired } of pipelines) {
    const facts: Facts = {
      versions: versions.map(({ document: _, ...fact }) => fact),
      ...(retired && { retired }),
    };
    files.set(`${path}/pipeline.yaml`, draft);
    files.set(`${path}/pipeline.json`, json(facts));
    for (const { version, document } of versions) {
      files.set(`${path}/versions/${version}.yaml`, document);
    }
  }
  return files;
}

/** A pipeline, or why its directory holds none. @internal */
export type ReadPipeline =
  | ArchivedPipeline
  | { path: string; name: string; fault: string };

/**
 * What is in the files of an archive. Throws InputError when it is none of
 * ours; a directory that is wrong harms no other.
 *
 * @internal
 */
export function fromArchiveFiles(files: Map<string, string>): ReadPipeline[] {
  checkAbout(files.get(ABOUT));
  const directories = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    if (path === ABOUT) continue;
    const [, name, file] = FILE.exec(path) ?? [];
    if (name === undefined) {
      throw new InputError(
        `Entry ${JSON.stringify(
          path,
        )} of the archive: an archive of Scaleph has no such file`,
      );
    }
    const directory = directories.get(name) ?? new Map<string, string>();
    directories.set(name, directory.set(file, text));
  }
  return [...directories].map(([name, directory]) =>
    readPipeline(name, directory),
  );
}

function checkAbout(text: string | undefined): void {
  const about = aboutSchema.safeParse(parseJson(text));
  if (!about.success) {
    throw new InputError(
      `This is no archive of Scaleph: it has no readable ${ABOUT}`,
    );
  }
  const { formatVersion } = about.data;
  if (formatVersion !== FORMAT_VERSION) {
    throw new InputError(
      `The archive has the format version ${formatVersion}, and this portal reads ${FORMAT_VERSION}: import it in a newer one`,
    );
  }
}

/** @param files - by their paths in the directory of the pipeline */
function readPipeline(name: string, files: Map<string, string>): ReadPipeline {
  const path = `pipelines/${name}`;
  const wrong = (fault: string) => ({ path, name, fault });
  const draft = files.get('pipeline.yaml');
  if (draft === undefined) return wrong('pipeline.yaml is missing');
  const said = parseJson(files.get('pipeline.json'));
  // Each of a million things that are none would get a sentence of its own.
  if (countVersions(said) > files.size) {
    return wrong('pipeline.json: it tells of versions that are missing');
  }
  const facts = factsSchema.safeParse(said);
  if (!facts.success) {
    const [issue] = facts.error.issues;
    const where = issue.path.length ? `${issue.path.join('.')}: ` : '';
    return wrong(`pipeline.json: ${where}${issue.message}`);
  }
  const versions: ArchivedVersion[] = [];
  for (const fact of facts.data.versions) {
    if (fact.version !== versions.length + 1) {
      return wrong(`pipeline.json: version ${versions.length + 1} is missing`);
    }
    const document = files.get(`versions/${fact.version}.yaml`);
    if (document === undefined) {
      return wrong(`versions/${fact.version}.yaml is missing`);
    }
    versions.push({ ...fact, document });
  }
  if (files.size !== versions.length + 2) {
    return wrong('there are versions of which pipeline.json does not tell');
  }
  const { retired } = facts.data;
  return { path, name, draft, versions, ...(retired && { retired }) };
}

function countVersions(said: unknown): number {
  const { versions } = (said ?? {}) as { versions?: unknown };
  return Array.isArray(versions) ? versions.length : 0;
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // What is no JSON is no object either, and is refused as such.
    return undefined;
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
