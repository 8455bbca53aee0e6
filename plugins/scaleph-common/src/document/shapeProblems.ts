import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { pipelineDocumentSchema } from '../generated/documentSchema';
import { DocumentProblem } from '../types';
import { moreProblems } from './limited';
import { fromPointer, toPointer } from './pointer';
import { oneOf, show, suggestion } from './words';

const MAX_PROBLEMS = 100;

let compiled: ValidateFunction | undefined;

// Compiled when first needed: importing this package costs nothing.
function validator(): ValidateFunction {
  compiled ??= new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
  }).compile(pipelineDocumentSchema);
  return compiled;
}

/**
 * Where a value has not the shape of a PipelineDocument; at most 100 problems.
 * @internal
 */
export function shapeProblems(value: unknown): DocumentProblem[] {
  const validate = validator();
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const problems = errors
    .slice(0, MAX_PROBLEMS)
    .map(error => toProblem(value, error));
  return errors.length > MAX_PROBLEMS
    ? [...problems, moreProblems(errors.length - MAX_PROBLEMS)]
    : problems;
}

function toProblem(root: unknown, error: ErrorObject): DocumentProblem {
  const path = fromPointer(error.instancePath);
  const { code, field, says, fix } = explain(path, error);
  const node = nodeOf(root, path);
  const at = field === undefined ? path : [...path, field];
  return {
    severity: 'error',
    code,
    pointer: toPointer(at),
    message: `${subject(root, node)}: ${says}`,
    ...(node !== undefined && { node }),
    ...(fix && { fix }),
  };
}

type Explanation = {
  code: string;
  /** The field below the path that is meant. */
  field?: string;
  says: string;
  fix?: string;
};

function explain(path: string[], error: ErrorObject): Explanation {
  const { keyword, params, data } = error;
  const place = path.length === 0 ? 'the document' : path.join('.');
  switch (keyword) {
    case 'additionalProperties': {
      const field = params.additionalProperty as string;
      const known = Object.keys(
        (error.parentSchema?.properties as object | undefined) ?? {},
      );
      return {
        code: 'unknown-field',
        field,
        says: `field "${field}" is unknown in ${place}`,
        fix: suggestion(field, known),
      };
    }
    case 'required': {
      const field = params.missingProperty as string;
      return {
        code: 'missing-field',
        field,
        says: `field "${field}" is required in ${place}`,
        fix: `Add "${field}".`,
      };
    }
    case 'type':
      return {
        code: 'wrong-type',
        says: `${place} must be ${article(params.type)}, not ${kindOf(data)}`,
      };
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      return {
        code: 'unknown-value',
        says: `${place} is ${show(data)} and must be ${oneOf(allowed)}`,
        fix: suggestion(String(data), allowed),
      };
    }
    case 'pattern':
      return {
        code: 'invalid-value',
        says: `${place} is ${show(data)} and must match ${params.pattern}`,
      };
    case 'maxItems':
    case 'maxProperties':
      return {
        code: 'too-many',
        says: `${place} has more than ${params.limit} entries`,
      };
    default:
      return {
        code: 'invalid-value',
        says: `${place} is ${show(data)} and ${error.message}`,
      };
  }
}

function subject(root: unknown, node?: string): string {
  const { name } = childOf(root, 'metadata') as { name?: unknown };
  const pipeline =
    typeof name === 'string' ? `Pipeline ${show(name)}` : 'Pipeline';
  return node === undefined ? pipeline : `${pipeline}: node ${show(node)}`;
}

function nodeOf(root: unknown, path: string[]): string | undefined {
  if (path[0] !== 'spec' || path[1] !== 'nodes') return undefined;
  const nodes = childOf(childOf(root, 'spec'), 'nodes');
  const { id } = childOf(nodes, path[2]) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function childOf(value: unknown, key: string): object {
  if (typeof value !== 'object' || value === null) return {};
  const child = (value as Record<string, unknown>)[key];
  return typeof child === 'object' && child !== null ? child : {};
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  return article(Array.isArray(value) ? 'array' : typeof value);
}

function article(type: string): string {
  if (type === 'array') return 'a list';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
