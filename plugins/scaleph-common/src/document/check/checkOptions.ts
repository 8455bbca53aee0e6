import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { DocumentProblem, PipelineDocument } from '../../types';
import { parametersIn } from '../parameters';
import {
  CheckContext,
  connectorLabel,
  KnownConnector,
  nodeProblem,
  PlacedNode,
} from './CheckContext';
import { checkRules } from './checkRules';
import { explainOptionError } from './explainOptionError';
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
        nodeProblem(
          document,
          placed,
          explainOptionError(error, connector, engine),
        ),
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
