// Writes docs/reference/api.md from the contract of the API.
//   node tools/openapi/reference.mjs            writes the page
//   node tools/openapi/reference.mjs --check    exits 1 when it is stale
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import prettier from 'prettier';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const contract = path.join(
  root,
  'plugins/scaleph-backend/src/schema/openapi.yaml',
);
const page = path.join(root, 'docs/reference/api.md');
const prettierConfig = createRequire(import.meta.url)(
  '@backstage/cli/config/prettier',
);

const spec = parse(fs.readFileSync(contract, 'utf8'));
const METHODS = ['get', 'post', 'put', 'delete'];
const last = ref => ref.split('/').at(-1);
const resolve = value =>
  value?.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], spec)
    : value;
const cell = text =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');

function typeOf(schema) {
  if (!schema) return '';
  if (schema.$ref) return last(schema.$ref);
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(', ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  return schema.type ?? 'any';
}

function parametersOf(item, operation) {
  const parameters = [
    ...(item.parameters ?? []),
    ...(operation.parameters ?? []),
  ].map(resolve);
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, schema, description, required }) =>
      `| \`${name}\` | ${place}${required ? ', required' : ''} | ${cell(
        typeOf(schema),
      )} | ${cell(
        [
          description,
          schema?.default !== undefined && `Default ${schema.default}.`,
        ]
          .filter(Boolean)
          .join('. '),
      )} |`,
  );
  return `\n| parameter | in | type | what |\n| --- | --- | --- | --- |\n${rows.join(
    '\n',
  )}\n`;
}

function bodyOf(operation) {
  const content = operation.requestBody?.content;
  if (!content) return '';
  if (!content['application/json']) {
    return `\nBody: bytes of ${Object.keys(content).join(', ')}.\n`;
  }
  const { schema } = content['application/json'];
  const { properties, required = [] } = resolve(schema);
  const rows = Object.entries(properties ?? {}).map(
    ([name, value]) =>
      `| \`${name}\` | ${cell(typeOf(value))} | ${
        required.includes(name) ? 'yes' : ''
      } | ${cell(resolve(value).description ?? value.description)} |`,
  );
  const title = schema.$ref ? ` (${last(schema.$ref)})` : '';
  return `\nBody${title}:\n\n| field | type | required | what |\n| --- | --- | --- | --- |\n${rows.join(
    '\n',
  )}\n`;
}

function answersOf(operation) {
  return Object.entries(operation.responses)
    .filter(([status]) => status !== 'default')
    .map(([status, response]) => {
      const [[mediaType, { schema }] = ['', {}]] = Object.entries(
        response.content ?? {},
      );
      const form =
        mediaType === 'application/json' ? schema && typeOf(schema) : mediaType;
      return `\`${status}\` ${response.description}${form ? `: ${form}` : ''}`;
    })
    .join('; ');
}

const operations = Object.entries(spec.paths).flatMap(([route, item]) =>
  METHODS.filter(method => item[method]).map(method => ({
    route,
    method,
    item,
    operation: item[method],
  })),
);

const sections = operations.map(
  ({ route, method, item, operation }) =>
    `### ${method.toUpperCase()} ${route}\n\n${[
      operation.summary,
      operation.description,
    ]
      .filter(Boolean)
      .map(text => text.replace(/\.?$/, '.'))
      .join(' ')}\n${parametersOf(item, operation)}${bodyOf(
      operation,
    )}\nAnswers: ${answersOf(operation)}.\n`,
);

const schemas = Object.entries(spec.components.schemas).map(
  ([name, schema]) => {
    const parts = schema.allOf ?? [schema];
    const based = parts.filter(part => part.$ref).map(part => last(part.$ref));
    const rows = parts.flatMap(part =>
      Object.entries(part.properties ?? {}).map(
        ([field, value]) =>
          `| \`${field}\` | ${cell(typeOf(value))} | ${
            part.required?.includes(field) ? 'yes' : ''
          } | ${cell(value.description ?? '')} |`,
      ),
    );
    const lead = [
      based.length > 0 && `Everything of ${based.join(', ')}, and:`,
      schema.description,
      schema.enum && `One of ${typeOf(schema)}.`,
    ]
      .filter(Boolean)
      .join(' ');
    return `### ${name}\n\n${lead}\n${
      rows.length > 0
        ? `\n| field | type | always there | what |\n| --- | --- | --- | --- |\n${rows.join(
            '\n',
          )}\n`
        : ''
    }`;
  },
);

const content = prettier.format(
  `<!-- Generated from the contract by tools/openapi/reference.mjs; do not edit. -->

# API

Below \`/api/scaleph\`; the contract itself is served at \`/api/scaleph/openapi.json\`. ${
    spec.info.description
  }

## Operations

${sections.join('\n')}

## Schemas

${schemas.join('\n')}
`,
  { ...prettierConfig, parser: 'markdown' },
);

const current = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
if (process.argv.includes('--check')) {
  if (current !== content) {
    process.stderr.write(
      'docs/reference/api.md is stale: run `node tools/openapi/reference.mjs`\n',
    );
    process.exit(1);
  }
} else if (current !== content) {
  fs.writeFileSync(page, content);
}
