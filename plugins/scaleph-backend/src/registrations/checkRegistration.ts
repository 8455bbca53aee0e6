import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  DataSourceFileInputs,
  DocumentProblem,
  SecretInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceEnvironment } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { ProblemsError } from '../http/httpErrors';
import { RegistrationType } from './RegistrationType';
import { TypeRegistry } from './TypeRegistry';

/** The body of a create or an edit; the request validator has checked its shape. @internal */
export interface RegistrationInput {
  name: string;
  type: string;
  title?: string;
  description?: string;
  owner: string;
  system?: string;
  tags?: string[];
  config: Record<string, unknown>;
  secrets?: Record<string, SecretInput>;
  files?: DataSourceFileInputs;
}

/** What a user gives of a data source or target, checked, without its secrets and files. @internal */
export interface RegistrationFields {
  name: string;
  type: string;
  title?: string;
  description?: string;
  /** Full entity ref of a Group or User. */
  owner: string;
  /** Full entity ref of a System. */
  system?: string;
  tags: string[];
  config: JsonObject;
}

/** Throws ProblemsError when the owner or the system is no entity ref of its kind. @internal */
export function toFields(input: RegistrationInput): RegistrationFields {
  const { secrets: _, files: __, tags = [], config, ...fields } = input;
  return {
    ...fields,
    owner: toRef(input.owner, 'owner', ['group', 'user']),
    ...(input.system !== undefined && {
      system: toRef(input.system, 'system', ['system']),
    }),
    tags: [...new Set(tags)],
    config: config as JsonObject,
  };
}

function toRef(value: string, field: string, kinds: string[]): string {
  const ref = parseRef(value, kinds[0]);
  if (ref && kinds.includes(ref.kind)) return stringifyEntityRef(ref);
  throw new ProblemsError(
    `The request is not valid: ${field} "${value}" is not the entity ref of a ${kinds.join(
      ' or ',
    )}, such as ${kinds[0]}:default/data`,
    [
      {
        severity: 'error',
        code: 'invalid-entity-ref',
        pointer: `/${field}`,
        message: `"${value}" is not the entity ref of a ${kinds.join(' or ')}`,
      },
    ],
  );
}

function parseRef(value: string, defaultKind: string) {
  try {
    const ref = parseEntityRef(value, { defaultKind });
    return { ...ref, kind: ref.kind.toLocaleLowerCase('en-US') };
  } catch {
    // What it says repeats the value; the caller says what to write.
    return undefined;
  }
}

/**
 * Throws ProblemsError, with pointers into the request body, when the
 * configuration does not fit its type or reaches where it may not.
 *
 * @internal
 */
export async function checkConfig(
  type: RegistrationType,
  config: JsonObject,
  options: {
    types: TypeRegistry<RegistrationType>;
    environment: DataSourceEnvironment;
  },
): Promise<void> {
  const shape = options.types.validate(type.type, config);
  const problems = shape.length
    ? shape
    : await type.check(config, options.environment);
  throwProblems(
    options.types.noun,
    problems.map(problem => ({
      ...problem,
      pointer: `/config${problem.pointer}`,
    })),
  );
}

/** Throws ProblemsError when one of the problems is an error. @internal */
export function throwProblems(noun: string, problems: DocumentProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const summary = errors.map(({ message }) => message).join('; ');
  throw new ProblemsError(`The ${noun} is not valid: ${summary}`, problems);
}
