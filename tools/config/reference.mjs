// Writes docs/reference/configuration.md from the comments of all config.d.ts.
//   node tools/config/reference.mjs            writes the page
//   node tools/config/reference.mjs --check    exits 1 when it is stale
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import prettier from 'prettier';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'docs/reference/configuration.md');
const head = path.join(import.meta.dirname, 'head.md');
const prettierConfig = createRequire(import.meta.url)(
  '@backstage/cli/config/prettier',
);

/** In the order of the page. */
const PACKAGES = [
  'scaleph-backend',
  'scaleph-backend-module-embedded',
  'scaleph-backend-module-flink',
  'catalog-backend-module-scaleph',
];

const cell = text => text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');

function typeText(type, source) {
  if (ts.isArrayTypeNode(type))
    return `list of ${typeText(type.elementType, source)}`;
  if (type.members?.some(ts.isIndexSignatureDeclaration)) return 'object';
  const text = type.getText(source);
  if (text.includes('ScheduleDefinition')) return 'schedule';
  return text.includes('HumanDuration') ? 'duration' : text;
}

/** The members of what a key holds, or of each entry of its list; undefined for a plain value. */
function membersOf(type) {
  // `{ [key: string]: … }` is a value of its own.
  if (type.members?.some(ts.isIndexSignatureDeclaration)) return undefined;
  if (ts.isTypeLiteralNode(type)) return { members: type.members, suffix: '' };
  const entry =
    type.typeArguments?.[0] ?? (ts.isArrayTypeNode(type) && type.elementType);
  return entry && ts.isTypeLiteralNode(entry)
    ? { members: entry.members, suffix: '[]' }
    : undefined;
}

/** One row a key: `{ key, type, secret, meaning }`. */
function rowsOf(members, prefix, source) {
  return members.flatMap(member => {
    const key = [prefix, member.name.getText(source)].filter(Boolean).join('.');
    const doc = member.jsDoc?.at(-1);
    const meaning = cell(ts.getTextOfJSDocComment(doc?.comment) ?? '');
    const secret = doc?.tags?.some(
      tag =>
        tag.tagName.text === 'visibility' &&
        ts.getTextOfJSDocComment(tag.comment)?.trim() === 'secret',
    );
    const below = membersOf(member.type);
    const type = below
      ? `${below.suffix && 'list of '}object`
      : typeText(member.type, source);
    const rows = below ? rowsOf(below.members, key + below.suffix, source) : [];
    // A key that only groups others says nothing of its own.
    return meaning || !below
      ? [{ key, type: secret ? `${type}, secret` : type, meaning }, ...rows]
      : rows;
  });
}

function section(name) {
  const file = path.join(root, 'plugins', name, 'config.d.ts');
  const source = ts.createSourceFile(
    file,
    fs.readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const config = source.statements.find(ts.isInterfaceDeclaration);
  if (!config) throw new Error(`${file} declares no interface`);
  const { name: npmName } = JSON.parse(
    fs.readFileSync(path.join(root, 'plugins', name, 'package.json'), 'utf8'),
  );
  const rows = rowsOf(config.members, '', source);
  const silent = rows.filter(row => !row.meaning);
  if (silent.length > 0)
    throw new Error(
      `${file}: key "${silent[0].key}" has no comment: say what it means and what its default is`,
    );
  return [
    `## ${npmName}`,
    '',
    '| key | type | meaning and default |',
    '| --- | --- | --- |',
    ...rows.map(row => `| \`${row.key}\` | ${row.type} | ${row.meaning} |`),
    '',
  ].join('\n');
}

const text = prettier.format(
  [fs.readFileSync(head, 'utf8'), ...PACKAGES.map(section)].join('\n'),
  { ...prettierConfig, parser: 'markdown' },
);

if (!process.argv.includes('--check')) {
  fs.writeFileSync(page, text);
} else if (!fs.existsSync(page) || fs.readFileSync(page, 'utf8') !== text) {
  console.error(
    'docs/reference/configuration.md is stale: run node tools/config/reference.mjs',
  );
  process.exitCode = 1;
}
