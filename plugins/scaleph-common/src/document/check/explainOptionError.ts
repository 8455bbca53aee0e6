import { ErrorObject } from 'ajv';
import { fromPointer } from '../pointer';
import { oneOf, show, suggestion } from '../words';
import { connectorLabel, KnownConnector } from './CheckContext';
import { isConnectionOption } from './checkSecrets';
import { OptionsSchema } from './optionsSchema';

/** An error of the schema of a connector's options, in words and with the way out. @internal */
export function explainOptionError(
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
