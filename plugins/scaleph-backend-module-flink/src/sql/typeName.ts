import { LogicalType } from '../gateway/GatewayTypes';

/** Longest text and bytes; SQL calls them STRING and BYTES. */
const MAX_LENGTH = 2_147_483_647;

const unknown: LogicalType = { type: 'UNKNOWN' };

const NAMES: Record<string, string> = {
  INTEGER: 'INT',
  TIMESTAMP_WITHOUT_TIME_ZONE: 'TIMESTAMP',
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: 'TIMESTAMP_LTZ',
  TIMESTAMP_WITH_TIME_ZONE: 'TIMESTAMP WITH TIME ZONE',
  TIME_WITHOUT_TIME_ZONE: 'TIME',
  INTERVAL_YEAR_MONTH: 'INTERVAL YEAR TO MONTH',
  INTERVAL_DAY_TIME: 'INTERVAL DAY TO SECOND',
};

/** A type as SQL writes it, e.g. `DECIMAL(10, 2)`, `ARRAY<ROW<a INT>>`. @internal */
export function typeName(type: LogicalType): string {
  const { length, precision, scale } = type;
  switch (type.type) {
    case 'VARCHAR':
      return length === MAX_LENGTH ? 'STRING' : withSize('VARCHAR', length);
    case 'VARBINARY':
      return length === MAX_LENGTH ? 'BYTES' : withSize('VARBINARY', length);
    case 'DECIMAL':
      return withSize('DECIMAL', precision, scale);
    case 'ARRAY':
    case 'MULTISET':
      return `${type.type}<${typeName(type.elementType ?? unknown)}>`;
    case 'MAP':
      return `MAP<${typeName(type.keyType ?? unknown)}, ${typeName(
        type.valueType ?? unknown,
      )}>`;
    case 'ROW':
    case 'STRUCTURED_TYPE':
      return `ROW<${(type.fields ?? [])
        .map(({ name, fieldType }) => `${name} ${typeName(fieldType)}`)
        .join(', ')}>`;
    case 'INTERVAL_YEAR_MONTH':
    case 'INTERVAL_DAY_TIME':
      return NAMES[type.type];
    default:
      return withSize(NAMES[type.type] ?? type.type, length ?? precision);
  }
}

function withSize(name: string, ...sizes: (number | undefined)[]): string {
  const known = sizes.filter(size => size !== undefined);
  return known.length ? `${name}(${known.join(', ')})` : name;
}
