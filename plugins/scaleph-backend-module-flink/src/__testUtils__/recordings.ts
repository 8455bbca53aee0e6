import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A real exchange with Flink 1.20.3. */
export interface Recording {
  /** Number and name, e.g. `021-jobs-overview`. */
  name: string;
  method: string;
  /** With the query. */
  path: string;
  /** JSON, or a text in angle brackets for what is none. */
  body?: unknown;
  status: number;
  /** Text of the answer. */
  answer: string;
}

const READ: Record<string, Recording[]> = {};

/** All of one kind, in the order in which they took place. */
export function readRecordings(
  of: 'flink-rest' | 'sql-gateway',
): readonly Recording[] {
  READ[of] ??= readFileSync(
    join(__dirname, `../__fixtures__/recordings/${of}.jsonl`),
    'utf8',
  )
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Recording);
  return READ[of];
}

/** The one with this name, with or without its number. Throws when there is none. */
export function recording(
  of: 'flink-rest' | 'sql-gateway',
  name: string,
): Recording {
  const found = readRecordings(of).find(
    it => it.name === name || it.name.replace(/^\d+-/, '') === name,
  );
  if (!found) throw new Error(`There is no recording ${of}/${name}`);
  return found;
}
