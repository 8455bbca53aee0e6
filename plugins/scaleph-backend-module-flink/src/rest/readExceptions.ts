import { JsonReader } from '../json/JsonReader';
import { JobException, JobExceptions } from './types/JobTypes';

/** @internal */
export function readExceptions(answer: JsonReader): JobExceptions {
  const root = answer.optionalString('root-exception');
  const history = answer.optionalObject('exceptionHistory');
  return {
    root:
      root === undefined
        ? undefined
        : { stack: root, at: answer.optionalNumber('timestamp') },
    history: history?.optionalList('entries', readEntry) ?? [],
    truncated:
      history?.optionalBoolean('truncated') ??
      answer.optionalBoolean('truncated') ??
      false,
  };
}

function readEntry(entry: JsonReader): JobExceptions['history'][number] {
  return {
    ...readException(entry),
    concurrent: entry.optionalList('concurrentExceptions', readException),
  };
}

function readException(entry: JsonReader): JobException {
  return {
    at: entry.optionalNumber('timestamp'),
    name: entry.optionalString('exceptionName'),
    stack: entry.optionalString('stacktrace') ?? '',
    task: entry.optionalString('taskName'),
    // `location` up to 1.18.
    endpoint:
      entry.optionalString('endpoint') ?? entry.optionalString('location'),
    taskManagerId: entry.optionalString('taskManagerId'),
    labels: entry.optionalObject('failureLabels')?.texts(),
  };
}
