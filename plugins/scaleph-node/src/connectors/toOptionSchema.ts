import { nestedSchemas, rowSchema } from './nestedSchemas';
import { OptionFacts } from './releaseFacts';

/** JSON schema of one option. @internal */
export type Property = Record<string, unknown>;

const SQL_OPTION = /(^|[._])(sql|query)$/;

/** The JSON schema of an option's value, without any text. @internal */
export function toOptionSchema(name: string, facts: OptionFacts): Property {
  const type = typeSchema(name, facts);
  const value = facts.default;
  const usable = value !== undefined && value !== null && value !== '';
  return {
    ...type,
    ...(type.type === 'string' && SQL_OPTION.test(name) && { format: 'sql' }),
    ...(usable && { default: value }),
  };
}

function typeSchema(
  name: string,
  { type, choices, exact }: OptionFacts,
): Property {
  if (name === 'schema' && !['string', 'enum'].includes(type)) return rowSchema;
  const nested = nestedSchemas[`${name}: ${type}`];
  if (nested) return nested;
  const list = /^list<(.*)>$/.exec(type);
  if (list) {
    return {
      type: 'array',
      items: typeSchema('', { type: list[1], choices }),
    };
  }
  if (choices) {
    return {
      type: 'string',
      enum: choices,
      ...(!exact && { 'x-ignore-case': true }),
    };
  }
  const map = /^map<string,(.*)>$/.exec(type);
  if (map && map[1] !== 'object') {
    return {
      type: 'object',
      additionalProperties: typeSchema('', { type: map[1] }),
    };
  }
  switch (type) {
    case 'string':
    case 'enum':
      return { type: 'string' };
    case 'int':
    case 'long':
      return { type: 'integer' };
    case 'float':
    case 'double':
    case 'bigdecimal':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return { type: 'object', additionalProperties: true };
  }
}
