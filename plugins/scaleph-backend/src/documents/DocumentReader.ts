import {
  DocumentProblem,
  locateProblems,
  PipelineDocument,
  printPipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import { setImmediate } from 'node:timers/promises';
import { DocumentThread } from './DocumentThread';
import { parseDocument, ParsedDocument } from './parseDocument';

/** Characters; what is longer is read in another thread. Smaller documents take some milliseconds. */
const READ_HERE = 16 * 1024;

/**
 * Reads and prints documents so that nobody waits for it: a text of 1 MiB may
 * take a second, in which the process would do nothing else.
 *
 * @internal
 */
export class DocumentReader {
  private readonly thread = new DocumentThread();

  /** As parseDocument. */
  async parse(yaml: string): Promise<ParsedDocument> {
    if (yaml.length <= READ_HERE) {
      // Many small ones are a large one.
      await setImmediate();
      return parseDocument(yaml);
    }
    return JSON.parse(await this.thread.run('parse', yaml)) as ParsedDocument;
  }

  /** As locateProblems. */
  async locate(
    yaml: string,
    problems: DocumentProblem[],
  ): Promise<DocumentProblem[]> {
    if (yaml.length <= READ_HERE) return locateProblems(yaml, problems);
    const task = JSON.stringify([yaml, problems]);
    return JSON.parse(await this.thread.run('locate', task)) as typeof problems;
  }

  /** As printPipeline. */
  async print(document: PipelineDocument): Promise<string> {
    const json = JSON.stringify(document);
    if (json.length <= READ_HERE) {
      await setImmediate();
      return printPipeline(document);
    }
    return this.thread.run('print', json);
  }

  stop(): Promise<void> {
    return this.thread.stop();
  }
}
