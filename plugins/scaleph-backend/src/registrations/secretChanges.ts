import {
  DocumentProblem,
  SecretInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SecretReference } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { RegistrationType } from './RegistrationType';
import { SecretRow } from './SecretRow';

/** What becomes of one secret, or of one file. @internal */
export type SecretChange =
  | { name: string; kind: 'value'; value: string }
  | { name: string; kind: 'reference'; reference: SecretReference }
  | { name: string; kind: 'file'; filename: string; content: Buffer }
  | { name: string; kind: 'keep'; stored: SecretRow };

/**
 * What the secrets of a registration will be: those that are given, and those
 * that were left out and are stored. A stored value is kept only while the
 * configuration points at the same place, see `DataSourceType.maySecretsStay`.
 * A stored reference may be kept: who may save it may name it anywhere.
 *
 * Pure. Problems have pointers into the request body.
 *
 * @param stored - the secrets now, with the configuration that they were given for
 * @internal
 */
export function secretChanges(options: {
  type: RegistrationType;
  config: JsonObject;
  given: Record<string, SecretInput>;
  stored?: { config: JsonObject; secrets: SecretRow[] };
  /** Another authority, or another core-site.xml, leads elsewhere as well. */
  filesChange?: boolean;
}): { changes: SecretChange[]; problems: DocumentProblem[] } {
  const { type, config, given, stored, filesChange = false } = options;
  const mayStay =
    !stored || (!filesChange && maySecretsStay(type, stored.config, config));
  const changes: SecretChange[] = [];
  const problems: DocumentProblem[] = unknownNames(type, given);
  for (const { name, required } of type.secrets) {
    const input = Object.hasOwn(given, name) ? given[name] : undefined;
    const row = stored?.secrets.find(secret => secret.name === name);
    if (input) {
      changes.push(toChange(name, input));
    } else if (row && input === undefined) {
      changes.push({ name, kind: 'keep', stored: row });
      if (row.source === 'value' && !mayStay) {
        problems.push(mustBeGivenAgain(name, type, stored!.config, config));
      }
    } else if (required) {
      problems.push(problem(name, 'missing-secret', 'is required'));
    }
  }
  return { changes, problems };
}

/** Whether stored values may be sent to where the new configuration points. @internal */
export function maySecretsStay(
  type: RegistrationType,
  before: JsonObject,
  after: JsonObject,
): boolean {
  return type.maySecretsStay
    ? type.maySecretsStay(before, after)
    : JSON.stringify(before) === JSON.stringify(after);
}

function toChange(name: string, input: NonNullable<SecretInput>): SecretChange {
  return 'value' in input
    ? { name, kind: 'value', value: input.value }
    : { name, kind: 'reference', reference: input };
}

function unknownNames(
  type: RegistrationType,
  given: Record<string, SecretInput>,
): DocumentProblem[] {
  const known = type.secrets.map(({ name }) => name);
  const list = known.join(', ') || 'none';
  return Object.keys(given)
    .filter(name => !known.includes(name))
    .map(name =>
      problem(
        name,
        'unknown-secret',
        `is no secret of type ${type.type}, which has ${list}`,
      ),
    );
}

function mustBeGivenAgain(
  name: string,
  type: RegistrationType,
  before: JsonObject,
  after: JsonObject,
): DocumentProblem {
  const [from, to] = [type.location(before), type.location(after)];
  const what =
    from === to
      ? 'user, encryption or a file changes'
      : `it pointed at ${from}`;
  return {
    ...problem(
      name,
      'secret-needed',
      `must be given again: ${what}, and a stored secret is never sent anywhere else`,
    ),
    fix: `Enter the secret "${name}" for ${to}`,
  };
}

function problem(name: string, code: string, what: string): DocumentProblem {
  const part = name.replace(/~/g, '~0').replace(/\//g, '~1');
  return {
    severity: 'error',
    code,
    pointer: `/secrets/${part}`,
    message: `secret "${name}" ${what}`,
  };
}
