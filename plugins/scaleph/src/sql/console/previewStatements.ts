import { sinkPreviews } from '@scaleph/backstage-plugin-scaleph-common';
import type { StatementToRun } from '../run/StatementRunner';

/** What would be written, to be looked at: each INSERT becomes its query. */
export function previewStatements(
  statements: StatementToRun[],
): StatementToRun[] {
  return statements.flatMap(({ text, kind }): StatementToRun[] => {
    const previews = sinkPreviews(text);
    if (!previews.length) return [{ text, kind }];
    return previews.map(({ select }) => ({ text: select, kind: 'select' }));
  });
}
