import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import { scrubSecrets } from '@scaleph/backstage-plugin-scaleph-node';

const LONGEST_TEXT = 2_000;
const MOST_COLUMNS = 1_000;
const MOST_BYTES = 1024 * 1024;

/**
 * Rows that are fit for an answer: so many, of so many bytes together, with long
 * texts cut, values as JSON has them, and without the secrets of the data
 * source.
 *
 * @internal
 */
export function cutSample(
  { columns, rows, truncated }: SampleRows,
  { limit, secrets }: { limit: number; secrets: Record<string, string> },
): SampleRows {
  const kept: unknown[][] = [];
  let bytes = 0;
  for (const row of rows.slice(0, limit)) {
    const cut = row.slice(0, MOST_COLUMNS).map(value => toJson(value, secrets));
    bytes += Buffer.byteLength(JSON.stringify(cut));
    if (bytes > MOST_BYTES) break;
    kept.push(cut);
  }
  return {
    columns: columns.slice(0, MOST_COLUMNS),
    rows: kept,
    truncated: truncated || kept.length < rows.length,
  };
}

function toJson(value: unknown, secrets: Record<string, string>): unknown {
  switch (typeof value) {
    case 'string':
      return toText(value, secrets);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    default:
      if (value === null) return null;
      return toText(JSON.stringify(value) ?? String(value), secrets);
  }
}

function toText(text: string, secrets: Record<string, string>): string {
  // A margin, so that a secret at the cut is whole when it is looked for.
  const scrubbed = scrubSecrets(text.slice(0, LONGEST_TEXT * 4), secrets);
  return scrubbed.length > LONGEST_TEXT
    ? `${scrubbed.slice(0, LONGEST_TEXT)}…`
    : scrubbed;
}
