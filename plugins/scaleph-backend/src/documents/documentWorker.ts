import {
  locateProblems,
  printPipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import { parentPort } from 'node:worker_threads';
import { DocumentTask } from './DocumentThread';
import { parseDocument } from './parseDocument';

/** Answers are text, for the other side takes that in faster than a copy of many small objects. */
const WORK: Record<DocumentTask['kind'], (text: string) => string> = {
  parse: yaml => JSON.stringify(parseDocument(yaml)),
  locate: json => {
    const [yaml, problems] = JSON.parse(json);
    return JSON.stringify(locateProblems(yaml, problems));
  },
  print: json => printPipeline(JSON.parse(json)),
};

// Entry of the thread that reads and prints documents.
parentPort!.on('message', ({ id, kind, text }: DocumentTask) => {
  parentPort!.postMessage({ id, answer: WORK[kind](text) });
});
