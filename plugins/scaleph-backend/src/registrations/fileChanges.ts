import {
  DataSourceFileInputs,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { RegistrationType } from './RegistrationType';
import { SecretChange } from './secretChanges';
import { fileRowName, SecretRow } from './SecretRow';

type FileInfo = NonNullable<RegistrationType['files']>[number];

const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What the extra files of a registration will be: those that are given, and
 * those that were left out and are stored. Like a secret, a stored one is kept
 * only while the configuration points at the same place.
 *
 * Pure. Problems have pointers into the request body.
 *
 * @param mayStay - whether what is stored may be used with the new configuration
 * @returns also whether a file comes, goes or is exchanged
 * @internal
 */
export function fileChanges(options: {
  type: RegistrationType;
  given: DataSourceFileInputs;
  stored: SecretRow[];
  mayStay: boolean;
}): {
  changes: SecretChange[];
  problems: DocumentProblem[];
  isChanged: boolean;
} {
  const { type, given, stored, mayStay } = options;
  const known = type.files ?? [];
  const changes: SecretChange[] = [];
  const problems = unknownFiles(type, given);
  let isChanged = false;
  for (const info of known) {
    const name = fileRowName(info.name);
    const input = Object.hasOwn(given, info.name)
      ? given[info.name]
      : undefined;
    const row = stored.find(it => it.name === name);
    isChanged ||= Boolean(input) || (input === null && Boolean(row));
    if (input) {
      const content = Buffer.from(input.content, 'base64');
      const wrong = problemOf(info, input.content, content);
      if (wrong) problems.push(wrong);
      changes.push({ name, kind: 'file', filename: input.filename, content });
    } else if (row && input === undefined) {
      changes.push({ name, kind: 'keep', stored: row });
      if (!mayStay) {
        problems.push(
          problem(
            info.name,
            'file-needed',
            'must be given again: the data source points elsewhere now',
          ),
        );
      }
    } else if (info.required) {
      problems.push(problem(info.name, 'missing-file', 'is required'));
    }
  }
  return { changes, problems, isChanged };
}

function problemOf(
  { name, maxBytes }: FileInfo,
  text: string,
  content: Buffer,
): DocumentProblem | undefined {
  if (!BASE64.test(text)) {
    return problem(name, 'invalid-file', 'is not in base64');
  }
  if (content.length === 0) return problem(name, 'invalid-file', 'is empty');
  if (content.length <= maxBytes) return undefined;
  return problem(
    name,
    'file-too-large',
    `has ${content.length} bytes, and may have ${maxBytes}`,
  );
}

function unknownFiles(
  type: RegistrationType,
  given: DataSourceFileInputs,
): DocumentProblem[] {
  const known = (type.files ?? []).map(({ name }) => name);
  return Object.keys(given)
    .filter(name => !known.includes(name))
    .map(name =>
      problem(
        name,
        'unknown-file',
        `is no file of type ${type.type}, which has ${
          known.join(', ') || 'none'
        }`,
      ),
    );
}

function problem(name: string, code: string, what: string): DocumentProblem {
  const part = name.replace(/~/g, '~0').replace(/\//g, '~1');
  return {
    severity: 'error',
    code,
    pointer: `/files/${part}`,
    message: `file "${name}" ${what}`,
  };
}
