// Checks that relative links and anchors in README.md files and docs/ lead somewhere, and that the navigation of mkdocs.yml is complete.
//   node tools/docs/checkLinks.mjs    exits 1 and prints each broken link
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const pages = fs
  .globSync(
    ['README.md', 'docs/**/*.md', '{plugins,packages}/*/README.md'].concat(
      'examples/**/*.md',
    ),
    { cwd: root, exclude: name => /(^|\/)node_modules$/.test(name) },
  )
  .sort();

/** Without code, where brackets are no links. */
const proseOf = text =>
  text.replace(/^(\s*)(```+)[^]*?^\s*\2\s*$/gm, '').replace(/`[^`\n]*`/g, '``');

/** The id that GitHub and MkDocs give to a heading. */
const anchorOf = heading =>
  heading
    .trim()
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchors = new Map();
function anchorsOf(file) {
  if (!anchors.has(file)) {
    const text = fs
      .readFileSync(file, 'utf8')
      .replace(/^(\s*)(```+)[^]*?^\s*\2\s*$/gm, '');
    const seen = new Map();
    const ids = [...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading]) => {
      const id = anchorOf(heading);
      const times = seen.get(id) ?? 0;
      seen.set(id, times + 1);
      return times ? `${id}-${times}` : id;
    });
    anchors.set(file, new Set(ids));
  }
  return anchors.get(file);
}

const broken = [];
for (const page of pages) {
  const file = path.join(root, page);
  const prose = proseOf(fs.readFileSync(file, 'utf8'));
  const links = [
    ...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g),
    ...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
  ].map(match => match[1]);
  for (const link of links) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
    const [target, anchor] = link.split('#');
    const goal = target
      ? path.resolve(path.dirname(file), decodeURIComponent(target))
      : file;
    if (!fs.existsSync(goal)) {
      broken.push(`${page}: "${link}" does not exist`);
    } else if (
      anchor &&
      goal.endsWith('.md') &&
      !anchorsOf(goal).has(decodeURIComponent(anchor))
    ) {
      broken.push(`${page}: "${link}": no heading makes the anchor #${anchor}`);
    }
  }
}

/** Pages that mkdocs.yml names, at any depth. */
const named = value =>
  typeof value === 'string' ? [value] : Object.values(value).flatMap(named);
const nav = new Set(
  named(parse(fs.readFileSync(path.join(root, 'mkdocs.yml'), 'utf8')).nav),
);
for (const page of nav)
  if (!fs.existsSync(path.join(root, 'docs', page)))
    broken.push(`mkdocs.yml: "${page}" does not exist in docs/`);
for (const page of pages) {
  const name = page.replace(/^docs\//, '');
  if (page.startsWith('docs/') && !nav.has(name))
    broken.push(`mkdocs.yml: ${page} is not in the navigation`);
}

for (const line of broken) console.error(line);
if (broken.length > 0) process.exitCode = 1;
else console.log(`${pages.length} pages, no broken link`);
