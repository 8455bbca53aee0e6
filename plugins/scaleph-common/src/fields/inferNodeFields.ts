import { Field, PipelineNode } from '../types';

/** The fields that leave a node, or why they cannot be told. @public */
export type InferredFields = { fields: Field[] } | { reason: string };

type Options = Record<string, unknown>;
type Rule = (options: Options, input: Field[]) => InferredFields;

/** https://seatunnel.apache.org/docs/transform-v2 */
const RULES: Record<string, Rule> = {
  Filter(options, input) {
    const kept = texts(options.include_fields) ?? texts(options.fields);
    const dropped = texts(options.exclude_fields);
    if (kept) return pick(kept, input);
    return dropped
      ? { fields: input.filter(({ name }) => !dropped.includes(name)) }
      : { reason: 'It is not said which columns it keeps' };
  },
  FieldMapper(options, input) {
    const mapper = isObject(options.field_mapper) ? options.field_mapper : {};
    const names = Object.keys(mapper);
    if (!names.length) return { reason: 'It maps no columns' };
    const picked = pick(names, input);
    return 'reason' in picked
      ? picked
      : distinct(
          picked.fields.map(field => ({
            ...field,
            name: String(mapper[field.name]),
          })),
        );
  },
  FilterRowKind: (_, input) => ({ fields: input }),
  Replace: (_, input) => ({ fields: input }),
  Copy(options, input) {
    const single =
      typeof options.src_field === 'string' &&
      typeof options.dest_field === 'string'
        ? { [options.dest_field]: options.src_field }
        : undefined;
    const copies = isObject(options.fields) ? options.fields : single ?? {};
    const sources = Object.values(copies).map(String);
    const picked = pick(sources, input);
    if ('reason' in picked) return picked;
    const added = Object.keys(copies).map((name, index) => ({
      ...picked.fields[index],
      name,
    }));
    return distinct([...input, ...added]);
  },
  Split(options, input) {
    const split = String(options.split_field ?? '');
    const picked = pick([split], input);
    if ('reason' in picked) return picked;
    const added = texts(options.output_fields) ?? [];
    return distinct([
      ...input,
      ...added.map(name => ({ name, type: 'string' })),
    ]);
  },
  JsonPath(options, input) {
    const columns = Array.isArray(options.columns) ? options.columns : [];
    const added = columns.filter(isObject).map(column => ({
      name: String(column.dest_field),
      type: typeof column.dest_type === 'string' ? column.dest_type : 'string',
    }));
    return distinct([...input, ...added]);
  },
};

/**
 * What leaves a node as far as its options and what arrives tell it, with no look at any data. Pure.
 * Undefined where the options do not tell: a table of a database, a file without a schema, a query.
 * @param inputs - fields of the nodes above, in the order of the edges; several are united by name, the first type of a name counts
 * @public
 */
export function inferNodeFields(
  node: Pick<PipelineNode, 'kind' | 'connector' | 'options'>,
  inputs: readonly Field[][],
): InferredFields | undefined {
  const options = node.options ?? {};
  if (node.kind === 'source') {
    const fields = schemaFields(options.schema);
    return fields && { fields };
  }
  const input = uniteFields(inputs);
  if (node.kind === 'sink') return { fields: input };
  const rule = Object.hasOwn(RULES, node.connector)
    ? RULES[node.connector]
    : undefined;
  return rule?.(options, input);
}

/** The union by name, as a node with several inputs sees it. @public */
export function uniteFields(inputs: readonly Field[][]): Field[] {
  const united = new Map<string, Field>();
  for (const field of inputs.flat()) {
    if (!united.has(field.name)) united.set(field.name, field);
  }
  return [...united.values()];
}

/** SeaTunnel's `schema`: `{fields: {name: type}}`, or `{columns: [{name, type, nullable}]}`. */
function schemaFields(schema: unknown): Field[] | undefined {
  if (!isObject(schema)) return undefined;
  if (isObject(schema.fields)) {
    return Object.entries(schema.fields).map(([name, type]) => ({
      name,
      type: typeof type === 'string' ? type : 'row',
    }));
  }
  if (!Array.isArray(schema.columns)) return undefined;
  return schema.columns.filter(isObject).map(column => ({
    name: String(column.name),
    type: String(column.type ?? 'unknown'),
    ...(typeof column.nullable === 'boolean' && { nullable: column.nullable }),
  }));
}

function pick(names: string[], input: Field[]): InferredFields {
  const fields: Field[] = [];
  for (const name of names) {
    const field = input.find(candidate => candidate.name === name);
    if (!field) return { reason: `Column "${name}" does not arrive` };
    fields.push(field);
  }
  return { fields };
}

function distinct(fields: Field[]): InferredFields {
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (seen.has(name)) return { reason: `Two columns are called "${name}"` };
    seen.add(name);
  }
  return { fields };
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.length ? value.map(String) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
