import { RunReport } from './RunReport';

/** A report for a person: a table of the nodes, where the outputs are, and the state. @internal */
export function reportLines(report: RunReport): string[] {
  const { state, pipeline, reason, durationMs, outputs } = report;
  const seconds = (durationMs / 1000).toFixed(durationMs < 10_000 ? 2 : 1);
  const rows = report.nodes.map(n => [
    n.node,
    n.kind,
    n.connector,
    n.kind === 'source' ? '' : count(n.rowsIn),
    count(n.rowsOut),
  ]);
  return [
    ...table([['NODE', 'KIND', 'CONNECTOR', 'ROWS IN', 'ROWS OUT'], ...rows]),
    '',
    ...outputs
      .filter(({ kind }) => kind !== 'console')
      .map(o => `${o.node}: ${o.location}`),
    `${pipeline}: ${state} in ${seconds} s, ${count(
      report.rowsRead,
    )} rows read, ${count(report.rowsWritten)} rows written`,
    ...(reason ? [reason] : []),
  ];
}

/** @internal */
export function count(rows: number): string {
  return rows.toLocaleString('en');
}

function table(rows: string[][]): string[] {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows.map(row =>
    row
      .map((cell, column) =>
        column >= 3
          ? cell.padStart(widths[column])
          : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
}
