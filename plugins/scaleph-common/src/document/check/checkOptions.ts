import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { DocumentProblem, PipelineDocument } from '../../types';
import { parametersIn } from '../parameters';
import { fromPointer } from '../pointer';
import { oneOf, show, suggestion } from '../words';
import {
  CheckContext,
  connectorLabel,
  KnownConnector,
  nodeProblem,
  PlacedNode,
} from './CheckContext';
import { checkRules } from './checkRules';
import { isConnectionOption } from './checkSecrets';
import { OptionsSchema, schemaForEngine } from './optionsSchema';

// Explaining one takes longer than finding it, and nobody reads hundreds.
const MAX_PROBLEMS_OF_A_NODE = 10;

const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: false,
  logger: false,
});

// A schema is compiled once, as long as it lives.
const compiled = new WeakMap<OptionsSchema, ValidateFunction>();

function validatorOf(schema: OptionsSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** The options of a node against the schema of its connector, once it is there. @internal */
export function checkOptions(
  document: PipelineDocument,
  placed: PlacedNode,
  connector: KnownConnector,
  { engine }: Pick<CheckContext, 'engine'> = {},
): DocumentProblem[] {
  if (!connector.schema) return [];
  const options = placed.node.options ?? {};
  const schema = schemaForEngine(connector.schema, engine);
  const validate = validatorOf(schema);
  const errors = validate(options) ? [] : validate.errors ?? [];
  return [
    ...errors
      .filter(
        error =>
          !isOpen(error) &&
          !isOtherCase(error) &&
          !isReportedAsSecret(connector, error),
      )
      .slice(0, MAX_PROBLEMS_OF_A_NODE)
      .map(error =>
        nodeProblem(document, placed, explain(error, connector, engine)),
      ),
    ...checkRules(document, placed, { connector, schema }),
    ...withoutEffect(connector, options, engine).map(finding =>
      nodeProblem(document, placed, finding),
    ),
  ];
}

/** Options that another engine takes and this one does not mind: nothing is lost, but nothing happens either. */
function withoutEffect(
  connector: KnownConnector,
  options: Record<string, unknown>,
  engine: string | undefined,
) {
  const properties = (connector.schema as OptionsSchema).properties ?? {};
  return Object.keys(options).flatMap(name => {
    const engines = Object.hasOwn(properties, name)
      ? (properties[name]['x-engines'] as string[] | undefined)
      : undefined;
    // The embedded engine's own schema refuses what it does not take.
    if (!engine || engine === 'embedded' || !engines) return [];
    if (engines.includes(engine)) return [];
    return {
      severity: 'warning' as const,
      code: 'no-effect',
      path: ['options', name],
      says: `option "${name}" of ${connectorLabel(
        connector,
      )} has no effect on engine "${engine}"`,
      fix: 'Remove it.',
    };
  });
}

// SeaTunnel's enumerations are read without regard to case.
function isOtherCase({ keyword, data, parentSchema }: ErrorObject): boolean {
  return (
    keyword === 'enum' &&
    typeof data === 'string' &&
    parentSchema?.['x-ignore-case'] === true &&
    (parentSchema.enum as unknown[]).some(
      value => String(value).toUpperCase() === data.toUpperCase(),
    )
  );
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
  connector: KnownConnector,
  { keyword, instancePath, params }: ErrorObject,
): boolean {
  return (
    keyword === 'additionalProperties' &&
    instancePath === '' &&
    isConnectionOption(connector, params.additionalProperty)
  );
}

function explain(
  error: ErrorObject,
  connector: KnownConnector,
  engine: string | undefined,
) {
  const { keyword, params, data, parentSchema = {} } = error;
  const label = connectorLabel(connector);
  const path = fromPointer(error.instancePath);
  const at = ['options', ...path];
  const name = `option "${path.join('.')}"`;
  if (keyword === 'required') {
    const option = [...path, params.missingProperty];
    if (path.length === 0 && isConnectionOption(connector, option[0])) {
      return {
        code: 'missing-option',
        path: ['options', ...option],
        says: `option "${option[0]}" is required by ${label} and is a secret, which no type of data source gives to it yet`,
        fix: 'Choose another connector.',
      };
    }
    return {
      code: 'missing-option',
      path: ['options', ...option],
      says: `option "${option.join('.')}" is required by ${label}`,
      fix: `Add "${option.join('.')}".`,
    };
  }
  if (keyword === 'additionalProperties') {
    const option = [...path, params.additionalProperty];
    const elsewhere =
      path.length === 0 &&
      elsewhereKnown(connector, params.additionalProperty, engine);
    if (elsewhere) {
      return { path: ['options', ...option], ...elsewhere };
    }
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

/** An option that the connector has for another engine or in another release of SeaTunnel. */
function elsewhereKnown(
  connector: KnownConnector,
  option: string,
  engine: string | undefined,
) {
  const label = connectorLabel(connector);
  const schema = connector.schema as OptionsSchema;
  if (Object.hasOwn(schema.properties ?? {}, option)) {
    return {
      code: 'not-on-engine',
      says: `option "${option}" of ${label} is taken by SeaTunnel on Flink, not by engine "${engine}"`,
      fix: 'Remove it, or run the pipeline on a Flink cluster.',
    };
  }
  const releases = schema['x-other-releases']?.[option];
  return (
    releases && {
      code: 'not-in-release',
      says: `option "${option}" of ${label} is not in SeaTunnel ${
        connector.release
      }; ${releases.join(' and ')} ${releases.length > 1 ? 'have' : 'has'} it`,
      fix: `Remove it, or choose a target with SeaTunnel ${releases.join(
        ' or ',
      )}.`,
    }
  );
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
