// What every bench does with its numbers: a table or one JSON document, bench/results/<name>.json, and its part of docs/reference/performance.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { table } from '../../scripts/lib/cli.mjs';
import { root } from '../../scripts/lib/fingerprint.mjs';

/** Where the tables of all benches are, each between two markers. */
const PAGE = 'docs/reference/performance.md';

const HEAD = `# Performance

Measured by \`./scaleph bench <name>\`, which writes these tables; the numbers behind them are in \`bench/results/\`.
A ratio is ours to the peer's: above 1 is better than the peer for throughput, below 1 for times and memory.
`;

/**
 * @typedef {{ case: string, ours: number, peer?: number, ratio?: number, unit: string, goal?: string }} Case
 * @param {{ name: string, title: string, peer: string, cases: Case[], notes?: string[], json: boolean }} bench
 */
export function report({ name, title, peer, cases, notes = [], json }) {
  const { model } = os.cpus()[0];
  const cores = { count: os.availableParallelism(), model: model.trim() };
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GiB`;
  const file = path.join(root, 'bench/results', `${name}.json`);
  const at = new Date().toISOString();
  const all = [
    ...cases.map(each => ({ ...each, at })),
    ...earlier(file, cases),
  ];
  const document = { name, cores, memory, peer, at, cases, notes };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(
    file,
    `${JSON.stringify({ ...document, cases: all }, null, 2)}\n`,
  );
  const headers = ['case', 'ours', peer, 'ratio', 'unit', 'goal'];
  const toRow = each => [
    each.case,
    number(each.ours),
    number(each.peer),
    each.ratio === undefined ? '' : each.ratio.toFixed(2),
    each.unit,
    each.goal ?? '',
  ];
  const machine = `${cores.count} cores (${
    cores.model
  }), ${memory} of memory, ${process.platform}, Node.js ${
    process.versions.node
  }, ${document.at.slice(0, 10)}`;
  writePage(name, [
    `## ${title}`,
    machine,
    markdown(headers, all.map(toRow)),
    notes.map(note => `- ${note}`).join('\n'),
  ]);
  process.stdout.write(
    json
      ? `${JSON.stringify(document, null, 2)}\n`
      : `\n${machine}\n\n${table(headers, cases.map(toRow))}\n\n${notes.join(
          '\n',
        )}\n`,
  );
}

/** Cases that this run did not measure (long ones are asked for) stay as they were, with their time. */
function earlier(file, cases) {
  if (!fs.existsSync(file)) return [];
  const measured = new Set(cases.map(each => each.case));
  const before = JSON.parse(fs.readFileSync(file, 'utf8')).cases;
  return before.filter(each => each.at && !measured.has(each.case));
}

function number(value) {
  if (value === undefined) return '';
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function markdown(headers, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [
    line(headers),
    line(headers.map(() => '---')),
    ...rows.map(line),
  ].join('\n');
}

/** Replaces the part of a bench, or adds it at the end. */
function writePage(name, parts) {
  const file = path.join(root, PAGE);
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : HEAD;
  const [start, end] = [
    `<!-- bench ${name} -->`,
    `<!-- end of bench ${name} -->`,
  ];
  const part = `${start}\n\n${parts.join('\n\n')}\n\n${end}`;
  const from = before.indexOf(start);
  const to = before.indexOf(end);
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + part + before.slice(to + end.length)
      : `${before.trimEnd()}\n\n${part}\n`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, after);
}
