import { InputError, NotFoundError } from '@backstage/errors';
import {
  RegistrationTypeInfo,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { RegistrationType } from './RegistrationType';

/** The types of data sources, or of targets, that this installation has. @internal */
export class TypeRegistry<T extends RegistrationType> {
  private readonly types = new Map<
    string,
    { type: T; validate: ValidateFunction }
  >();

  /** Throws when two types have the same name, or the schema of one is not a JSON schema. */
  constructor(
    /** `data source` */
    readonly noun: string,
    types: readonly T[],
  ) {
    const ajv = new Ajv({ allErrors: true, strict: false });
    for (const type of types) {
      if (this.types.has(type.type)) {
        throw new Error(`Two modules bring ${noun} type "${type.type}"`);
      }
      this.types.set(type.type, { type, validate: ajv.compile(type.schema) });
    }
  }

  /** What a client is told of each type. */
  list(): RegistrationTypeInfo[] {
    return this.all().map(it => ({
      type: it.type,
      title: it.title,
      description: it.description,
      icon: it.icon,
      schema: it.schema,
      secrets: it.secrets,
    }));
  }

  all(): T[] {
    return [...this.types.values()].map(({ type }) => type);
  }

  find(type: string): T | undefined {
    return this.types.get(type)?.type;
  }

  /** For a type that a path names: throws NotFoundError. */
  get(type: string): T {
    const found = this.find(type);
    if (!found) throw new NotFoundError(this.unknown(type));
    return found;
  }

  /** For a type that a body names: throws InputError. */
  require(type: string): T {
    const found = this.find(type);
    if (!found) throw new InputError(this.unknown(type));
    return found;
  }

  /** What the schema of the type has against a configuration; pointers into it. */
  validate(type: string, config: JsonObject): DocumentProblem[] {
    const entry = this.types.get(type);
    if (!entry || entry.validate(config)) return [];
    return (entry.validate.errors ?? []).map(toProblem);
  }

  private unknown(type: string): string {
    const known = [...this.types.keys()].join(', ');
    const noun = `${this.noun[0].toUpperCase()}${this.noun.slice(1)}`;
    return `${noun} type "${type}" is not known here; there are ${
      known || 'none'
    }`;
  }
}

function toProblem(error: ErrorObject): DocumentProblem {
  const { instancePath, keyword, params } = error;
  const pointer = (field: string) => `${instancePath}/${escape(field)}`;
  switch (keyword) {
    case 'additionalProperties': {
      const field = String(params.additionalProperty);
      return problem('unknown-field', pointer(field), `unknown field`);
    }
    case 'required': {
      const field = String(params.missingProperty);
      return problem('missing-field', pointer(field), 'required');
    }
    case 'enum':
      return problem(
        'invalid-field',
        instancePath,
        `must be one of ${(params.allowedValues as unknown[]).join(', ')}`,
      );
    default:
      return problem('invalid-field', instancePath, error.message ?? keyword);
  }
}

function problem(code: string, pointer: string, what: string): DocumentProblem {
  const field = pointer.slice(1) || 'config';
  return {
    severity: 'error',
    code,
    pointer,
    message: `config.${field}: ${what}`,
  };
}

/** RFC 6901 */
function escape(part: string): string {
  return part.replace(/~/g, '~0').replace(/\//g, '~1');
}
