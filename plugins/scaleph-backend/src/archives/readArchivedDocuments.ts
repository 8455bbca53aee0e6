import {
  parsePipeline,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
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
export function readArchivedDocuments(
  pipeline: ArchivedPipeline,
  change: { owner?: string; name?: string },
): ReadDocuments {
  const read = (file: string, text: string): PipelineDocument => {
    const given = parseInput({ yaml: text });
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
    const { document, problems } = parsePipeline({
      ...given.document,
      metadata: { ...given.document.metadata, ...change },
    });
    if (!document) throw problemsError(`${file} is refused`, problems);
    return document;
  };
  return {
    draft: read('pipeline.yaml', pipeline.draft),
    versions: pipeline.versions.map(version => ({
      ...version,
      document: read(`versions/${version.version}.yaml`, version.document),
    })),
  };
}
