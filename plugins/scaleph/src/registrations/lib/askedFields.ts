import { isValidFor } from '../../components/schemaForm/SchemaForm';
import type { FileEdit } from './fileEdit';
import type { RegistrationDraft } from './registrationDraft';
import type { SecretEdit } from './secretEdit';

type Schema = Record<string, unknown>;

/**
 * Whether a field, secret or file of a type has a meaning beside the rest of its configuration: `x-when` of the schema has a schema
 * for each that has not always one.
 */
export function isWanted(
  schema: Schema,
  name: string,
  config: Schema,
): boolean {
  const conditions = schema['x-when'] as Record<string, Schema> | undefined;
  const condition = conditions?.[name];
  return condition === undefined || isValidFor(condition, config);
}

/** Whether a secret or file was given: what is there is always seen. */
export function isGiven(draft: RegistrationDraft, name: string): boolean {
  const secret: SecretEdit = draft.secrets[name] ?? { mode: 'none' };
  const file: FileEdit = draft.files[name] ?? { mode: 'none' };
  const isTyped = secret.mode === 'value' ? secret.value !== '' : true;
  return (secret.mode !== 'none' && isTyped) || file.mode !== 'none';
}

/** The schema of a type without the fields that have no meaning beside what is typed, and no value but their default. */
export function askedFields(schema: Schema, config: Schema): Schema {
  const properties = (schema.properties ?? {}) as Record<
    string,
    { default?: unknown }
  >;
  const asked = Object.entries(properties).filter(
    ([name, property]) =>
      isWanted(schema, name, config) ||
      ![undefined, property.default].includes(config[name]),
  );
  return asked.length === Object.keys(properties).length
    ? schema
    : { ...schema, properties: Object.fromEntries(asked) };
}
