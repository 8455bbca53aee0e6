import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { DocumentReader } from '../documents/DocumentReader';
import { parseInput, problemsError } from '../pipelines/readDocument';
import { ArchivedPipeline } from './ArchivedPipeline';
import { ImportedVersion } from './ArchiveStore';

/** An archived pipeline whose documents have been read. @internal */
export interface ReadDocuments {
  draft: PipelineDocument;
  versions: ImportedVersion[];
}

/**
 * Reads the documents of an archived pipeline, with another owner and name
 * when they are given. Throws ProblemsError naming the file that is wrong.
 *
 * @internal
 */
export async function readArchivedDocuments(
  pipeline: ArchivedPipeline,
  change: { owner?: string; name?: string },
  documents: Pick<DocumentReader, 'parse'>,
): Promise<ReadDocuments> {
  const read = async (
    file: string,
    text: string,
  ): Promise<PipelineDocument> => {
    const given = await parseInput({ yaml: text }, documents);
    if (!given.document) {
      throw problemsError(`${file} is no pipeline`, given.problems);
    }
    const { name } = given.document.metadata;
    if (name !== pipeline.name) {
      throw problemsError(`${file} does not belong here`, [
        {
          severity: 'error',
          code: 'name-changed',
          pointer: '/metadata/name',
          message: `it is of pipeline "${name}"`,
          fix: `Set metadata.name to ${pipeline.name}.`,
        },
      ]);
    }
    if (!Object.keys(change).length) return given.document;
    const metadata = { ...given.document.metadata, ...change };
    // JSON is YAML, and the owner is to be read as any other.
    const { document, problems } = await documents.parse(
      JSON.stringify({ ...given.document, metadata }),
    );
    if (!document) throw problemsError(`${file} is refused`, problems);
    return document;
  };
  const draft = await read('pipeline.yaml', pipeline.draft);
  const versions: ImportedVersion[] = [];
  for (const version of pipeline.versions) {
    const file = `versions/${version.version}.yaml`;
    const document = await read(file, version.document);
    versions.push({ ...version, document });
  }
  return { draft, versions };
}
