import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { ConnectorInfo, DocumentProblem, PipelineDocument } from '../../types';
import { parametersIn } from '../parameters';
import { fromPointer } from '../pointer';
import { oneOf, show, suggestion } from '../words';
import { connectorLabel, nodeProblem, PlacedNode } from './CheckContext';
import { isConnectionOption } from './checkSecrets';

// Explaining one takes longer than finding it, and nobody reads hundreds.
const MAX_PROBLEMS_OF_A_NODE = 10;

type Schema = ConnectorInfo['schema'];

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: false,
  logger: false,
});

// A schema is compiled once, as long as it lives.
const compiled = new WeakMap<Schema, ValidateFunction>();

function validatorOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** The options of a node against the schema of its connector. @internal */
export function checkOptions(
  document: PipelineDocument,
  placed: PlacedNode,
  connector: ConnectorInfo,
): DocumentProblem[] {
  const options = placed.node.options ?? {};
  const validate = validatorOf(connector.schema);
  const errors = validate(options) ? [] : validate.errors ?? [];
  return [
    ...errors
      .filter(error => !isOpen(error) && !isReportedAsSecret(connector, error))
      .slice(0, MAX_PROBLEMS_OF_A_NODE)
      .map(error => nodeProblem(document, placed, explain(error, connector))),
    ...checkExactlyOne(document, placed, connector),
  ];
}

// What a string with a parameter in it will be is not known yet.
function isOpen({ keyword, data }: ErrorObject): boolean {
  return (
    keyword !== 'type' &&
    typeof data === 'string' &&
    parametersIn(data).length > 0
  );
}

function isReportedAsSecret(
  connector: ConnectorInfo,
  { keyword, instancePath, params }: ErrorObject,
): boolean {
  return (
    keyword === 'additionalProperties' &&
    instancePath === '' &&
    isConnectionOption(connector, params.additionalProperty)
  );
}

function explain(error: ErrorObject, connector: ConnectorInfo) {
  const { keyword, params, data, parentSchema = {} } = error;
  const label = connectorLabel(connector);
  const path = fromPointer(error.instancePath);
  const at = ['options', ...path];
  const name = `option "${path.join('.')}"`;
  if (keyword === 'required') {
    const option = [...path, params.missingProperty];
    return {
      code: 'missing-option',
      path: ['options', ...option],
      says: `option "${option.join('.')}" is required by ${label}`,
      fix: `Add "${option.join('.')}".`,
    };
  }
  if (keyword === 'additionalProperties') {
    const option = [...path, params.additionalProperty];
    return {
      code: 'unknown-option',
      path: ['options', ...option],
      says: `option "${option.join('.')}" is unknown to ${label}`,
      fix:
        suggestion(
          params.additionalProperty,
          Object.keys(parentSchema.properties ?? {}),
        ) ?? 'Remove it.',
    };
  }
  return {
    code: 'invalid-option',
    path: at,
    says: `${name} is ${show(data)} and must ${expectation(error)}`,
  };
}

const TYPES: Record<string, string> = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function expectation(error: ErrorObject): string {
  const { keyword, params, parentSchema = {} } = error;
  switch (keyword) {
    case 'type':
      return `be ${TYPES[params.type] ?? params.type}`;
    case 'enum':
      return `be ${oneOf((params.allowedValues as unknown[]).map(String))}`;
    case 'pattern':
      return parentSchema['x-expects']
        ? `be ${parentSchema['x-expects']}`
        : `match ${params.pattern}`;
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return params.limit === 1
        ? 'not be empty'
        : `have at least ${params.limit} entries`;
    case 'uniqueItems':
      return 'name nothing twice';
    default:
      return (error.message ?? 'be valid').replace(/^must /, '');
  }
}

function checkExactlyOne(
  document: PipelineDocument,
  placed: PlacedNode,
  connector: ConnectorInfo,
): DocumentProblem[] {
  const groups = (connector.schema['x-exactly-one'] ?? []) as string[][];
  const options = placed.node.options ?? {};
  return groups.flatMap(group => {
    const given = group.filter(option => option in options);
    if (given.length === 1) return [];
    return nodeProblem(document, placed, {
      code: given.length === 0 ? 'missing-option' : 'invalid-option',
      path: given.length === 0 ? ['options'] : ['options', given[1]],
      says: `${connectorLabel(connector)} needs ${
        given.length === 0 ? 'one' : 'only one'
      } of the options ${oneOf(group)}`,
      fix: given.length === 0 ? `Add ${oneOf(group)}.` : 'Remove one of them.',
    });
  });
}
