import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import { scrubSecrets } from '@scaleph/backstage-plugin-scaleph-node';

const LONGEST_TEXT = 2_000;
const MOST_COLUMNS = 1_000;
const MOST_BYTES = 1024 * 1024;

/**
 * Rows that are fit for an answer: so many, of so many bytes together, with long
 * texts cut, values as JSON has them, and without the secrets of the data
 * source. Says what is not shown.
 *
 * @internal
 */
export function cutSample(
  sample: SampleRows,
  { limit, secrets }: { limit: number; secrets: Record<string, string> },
): SampleRows {
  const columns = sample.columns.slice(0, MOST_COLUMNS);
  const cutColumns = new Set(sample.cut?.columns);
  const kept: unknown[][] = [];
  let bytes = 0;
  for (const row of sample.rows.slice(0, limit)) {
    const values = row
      .slice(0, MOST_COLUMNS)
      .map(value => toJson(value, secrets));
    bytes += Buffer.byteLength(
      JSON.stringify(values.map(({ shown }) => shown)),
    );
    if (bytes > MOST_BYTES) break;
    values.forEach(({ isCut }, at) => {
      if (isCut && columns[at]) cutColumns.add(columns[at].name);
    });
    kept.push(values.map(({ shown }) => shown));
  }
  const most = bytes > MOST_BYTES ? MOST_BYTES : sample.cut?.bytes;
  return {
    columns,
    rows: kept,
    truncated: sample.truncated || kept.length < sample.rows.length,
    ...((cutColumns.size || most !== undefined) && {
      cut: {
        columns: [...cutColumns],
        ...(most !== undefined && { bytes: most }),
      },
    }),
    ...(sample.reason !== undefined && {
      reason: scrubSecrets(sample.reason, secrets),
    }),
  };
}

interface Shown {
  shown: unknown;
  isCut?: boolean;
}

function toJson(value: unknown, secrets: Record<string, string>): Shown {
  switch (typeof value) {
    case 'string':
      return toText(value, secrets);
    case 'number':
      return { shown: Number.isFinite(value) ? value : String(value) };
    case 'boolean':
      return { shown: value };
    case 'undefined':
      return { shown: null };
    default:
      if (value === null) return { shown: null };
      return toText(JSON.stringify(value) ?? String(value), secrets);
  }
}

function toText(text: string, secrets: Record<string, string>): Shown {
  // A margin, so that a secret at the cut is whole when it is looked for.
  const scrubbed = scrubSecrets(text.slice(0, LONGEST_TEXT * 4), secrets);
  return scrubbed.length > LONGEST_TEXT
    ? { shown: `${scrubbed.slice(0, LONGEST_TEXT)}…`, isCut: true }
    : { shown: scrubbed };
}
