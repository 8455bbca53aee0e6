// Writes docs/reference/connectors.md from the catalogue.
//   node tools/connector-catalog/reference.mjs            writes the page
//   node tools/connector-catalog/reference.mjs --check    exits 1 when it is stale
import { build } from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import prettier from 'prettier';

const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'docs/reference/connectors.md');
const require = createRequire(import.meta.url);
// @ts-expect-error -- it has no declarations
const prettierConfig = require('@backstage/cli/config/prettier');

const { seaTunnelConnectors, seaTunnelReleases, describeConnector } =
  await load('plugins/scaleph-node/src/connectors/index.ts');
const connectors = seaTunnelConnectors();

const KINDS = { source: 'Sources', transform: 'Transforms', sink: 'Sinks' };
const anchor = ({ kind, name }) => `${kind}-${name}`.toLowerCase();
const cell = text => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ');
const code = text => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

const markdown = await prettier.format(
  [
    `# Connectors

<!-- Written by tools/connector-catalog/reference.mjs from the catalogue: do not edit. -->

What the nodes of a pipeline of type \`seatunnel\` can be. Names, options, types, defaults and rules are those of SeaTunnel
${seaTunnelReleases.join(
  ' and ',
)}, read from its own jars; the words are ours. On a Flink cluster the release that the target
runs decides what there is. The embedded engine takes fewer connectors and fewer of their options. \`./scaleph connectors [NAME]\`
prints the same.

An option that the data source gives is not written in a pipeline. An option without a text has none of ours yet: SeaTunnel's own
documentation, which each connector links, says more.
`,
    ...Object.entries(KINDS).map(([kind, title]) => {
      const own = connectors.filter(it => it.kind === kind);
      return `## ${title}

| connector | what it is | engines | SeaTunnel | data sources |
| --------- | ---------- | ------- | --------- | ------------ |
${own.map(row).join('\n')}

${own.map(section).join('\n')}`;
    }),
  ].join('\n'),
  { ...prettierConfig, parser: 'markdown' },
);

if (process.argv.includes('--check')) {
  const known = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  if (known !== markdown) {
    process.stderr.write(
      'docs/reference/connectors.md is stale: run node tools/connector-catalog/reference.mjs\n',
    );
    process.exit(1);
  }
} else {
  fs.writeFileSync(page, markdown);
}

function row(connector) {
  const { name, title, engines, releases, dataSourceTypes } = connector;
  const where = engines.includes('embedded') ? 'embedded, Flink' : 'Flink';
  return `| [${name}](#${anchor(connector)}) | ${cell(title.en)} | ${where} | ${
    releases.join(', ') || '—'
  } | ${dataSourceTypes.join(', ') || '—'} |`;
}

function section(connector) {
  const { kind, name, documentation } = connector;
  const { description, options, rules } = describeConnector(connector);
  return [
    `<a id="${anchor(connector)}"></a>

### ${kind} ${name}

${description} [SeaTunnel's documentation](${documentation})
`,
    options.length && `${options.map(optionLine).join('\n')}\n`,
    rules.length && `${rules.map(rule => `- ${rule}`).join('\n')}\n`,
  ]
    .filter(Boolean)
    .join('\n');
}

function optionLine(option) {
  const { name, type, help } = option;
  const facts = [
    type,
    option.required && '**required**',
    option.default !== undefined && `default ${code(option.default)}`,
    option.connection && 'the data source gives it',
    option.unavailable && 'a secret, which no data source gives yet',
    option.releases && `SeaTunnel ${option.releases.join(', ')} only`,
    option.engines &&
      `${option.engines[0] === 'embedded' ? 'embedded engine' : 'Flink'} only`,
  ].filter(Boolean);
  return `- ${code(name)} (${facts.join('; ')})${help ? `: ${help}` : ''}`;
}

/** A module of TypeScript, bundled and required. */
async function load(file) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'connectors-'));
  try {
    const outfile = path.join(directory, 'bundle.cjs');
    await build({
      entryPoints: [path.join(root, file)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'warning',
    });
    return require(outfile);
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}
