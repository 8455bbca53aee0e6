import { JsonObject } from '@backstage/types';

/** How the rows of a file are read. @internal */
export interface FileFormat {
  /** Of connector LocalFile, beside its path. */
  options: JsonObject;
  /** Rows stand one a line, so that the beginning of the file has rows as well. */
  hasLines: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'];

const FORMATS: Record<string, FileFormat> = {
  csv: { options: { file_format_type: 'csv' }, hasLines: true },
  tsv: {
    options: { file_format_type: 'csv', field_delimiter: '\t' },
    hasLines: true,
  },
  json: { options: { file_format_type: 'json' }, hasLines: false },
  jsonl: { options: { file_format_type: 'json' }, hasLines: true },
  ndjson: { options: { file_format_type: 'json' }, hasLines: true },
  parquet: { options: { file_format_type: 'parquet' }, hasLines: false },
  txt: { options: { file_format_type: 'text' }, hasLines: true },
  log: { options: { file_format_type: 'text' }, hasLines: true },
};

/** By the ending of a name; undefined for one that is not known. @internal */
export function fileFormat(name: string): FileFormat | undefined {
  const match = /\.([a-z]+)(\.gz)?$/i.exec(name);
  const ending = match?.[1].toLowerCase() ?? '';
  if (!match || !Object.hasOwn(FORMATS, ending)) return undefined;
  const isCompressed = match[2] !== undefined;
  if (isCompressed && ending === 'parquet') return undefined;
  const format = FORMATS[ending];
  return isCompressed ? { ...format, hasLines: false } : format;
}

/** Why a file of another ending has no rows. @internal */
export function noFormat(name: string): { reason: string } {
  const endings = Object.keys(FORMATS).map(ending => `.${ending}`);
  return {
    reason: `"${name}" has no rows that can be shown: files that end in ${endings.join(
      ', ',
    )} are read, and all but Parquet with .gz after it`,
  };
}

/** Why the rows of a file with such a name cannot be read; undefined for others. @internal */
export function refusedName(path: string): { reason: string } | undefined {
  return /[*?]|\$\{/.test(path)
    ? {
        reason: `The name of "${path}" holds characters that a pipeline gives a meaning to (*, ? or \${): its rows can be read under another name`,
      }
    : undefined;
}

/** What parts the fields of a CSV file that begins so: that of the usual characters that stands most often in its first line, outside quotes. @internal */
export function guessDelimiter(beginning: string): string {
  const [line] = beginning.replace(/"[^"]*"/g, '').split(/\r?\n/);
  const counts = DELIMITERS.map(
    character => [line.split(character).length - 1, character] as const,
  );
  const most = Math.max(...counts.map(([count]) => count));
  return counts.find(([count]) => count === most)![1];
}
