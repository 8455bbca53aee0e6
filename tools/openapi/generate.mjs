// Generates what is typed on either side of the wire from the contract of the API.
//   node tools/openapi/generate.mjs            writes the files
//   node tools/openapi/generate.mjs --check    exits 1 when one of them is stale
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypeScript, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';
import { plainComments } from './plainComments.mjs';
import { selfContainedSchema } from './selfContainedSchema.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const contract = 'plugins/scaleph-backend/src/schema/openapi.yaml';
const prettierConfig = createRequire(import.meta.url)(
  '@backstage/cli/config/prettier',
);

const header = `// Generated from ${contract} by tools/openapi/generate.mjs; do not edit.
/* eslint-disable */
`;

async function apiTypes(text) {
  const code = plainComments(astToString(await openapiTypeScript(text)));
  // API Extractor wants to know of each export for whom it is.
  return code.replace(
    /^export (interface|type) (\w+)/gm,
    (declaration, _, name) =>
      `/** The contract of the Scaleph API: ${name}. @public */\n${declaration}`,
  );
}

function documentSchema(spec) {
  return `
/** JSON schema of a PipelineDocument, complete in itself. @internal */
export const pipelineDocumentSchema = ${toCode(
    selfContainedSchema(spec, 'PipelineDocument'),
  )} as const;
`;
}

function specModule(spec) {
  return `
/** The contract of the Scaleph API as an OpenAPI document. @internal */
export const spec = ${toCode(spec)} as const;
`;
}

const toCode = value => JSON.stringify(value, undefined, 2);

async function generate() {
  const text = await readFile(resolve(root, contract), 'utf8');
  const spec = parse(text);
  const contents = {
    'plugins/scaleph-common/src/generated/api.ts': await apiTypes(text),
    'plugins/scaleph-common/src/generated/documentSchema.ts':
      documentSchema(spec),
    'plugins/scaleph-backend/src/schema/generated/spec.ts': specModule(spec),
  };
  return Object.entries(contents).map(([path, content]) => ({
    path,
    content: prettier.format(`${header}${content}`, {
      ...prettierConfig,
      parser: 'typescript',
    }),
  }));
}

async function isStale({ path, content }) {
  try {
    return (await readFile(resolve(root, path), 'utf8')) !== content;
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
}

async function write({ path, content }) {
  await mkdir(dirname(resolve(root, path)), { recursive: true });
  await writeFile(resolve(root, path), content);
}

const files = await generate();
if (process.argv.includes('--check')) {
  const stale = [];
  for (const file of files) if (await isStale(file)) stale.push(file.path);
  if (stale.length > 0) {
    const command = relative(process.cwd(), fileURLToPath(import.meta.url));
    process.stderr.write(
      `Stale, run \`node ${command}\`:\n${stale
        .map(path => `  ${path}\n`)
        .join('')}`,
    );
    process.exit(1);
  }
} else {
  for (const file of files) if (await isStale(file)) await write(file);
}
