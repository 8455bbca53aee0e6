import { LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { Queryable } from '../../database/Transaction';
import { storableText } from './storableText';

/** Rows of one INSERT; SQLite takes 32766 values in one statement. */
const CHUNK = 500;

/** Numbers the lines from `afterSeq + 1` on. @internal */
export async function insertRunLogs(
  tx: Queryable,
  runId: string,
  afterSeq: number,
  lines: LogLine[],
): Promise<void> {
  for (let start = 0; start < lines.length; start += CHUNK) {
    await tx('run_logs').insert(
      lines.slice(start, start + CHUNK).map((line, index) => ({
        run_id: runId,
        seq: afterSeq + start + index + 1,
        at: line.at,
        level: line.level,
        node: line.node ?? null,
        message: storableText(line.message),
      })),
    );
  }
}
