import {
  SqlExplanation,
  statementKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { runStatement } from './runStatement';

/** Its own line, so that positions only move by one. */
const PREFIX = 'EXPLAIN JSON_EXECUTION_PLAN\n';
const PLAN = '== Physical Execution Plan ==';

/** What `EXPLAIN JSON_EXECUTION_PLAN` draws. */
interface PlanNode {
  id: number | string;
  type: string;
  contents?: string;
  parallelism?: number;
  predecessors?: { id: number | string; ship_strategy?: string }[];
}

/** The plan of a query, an INSERT or a statement set; of other statements there is none. @internal */
export async function explainStatement(
  gateway: SqlGatewayClient,
  session: string,
  statement: string,
): Promise<SqlExplanation> {
  const kind = statementKind(statement, 'flink');
  if (
    !['select', 'insert', 'statementSet', 'update', 'delete'].includes(kind)
  ) {
    return {
      ok: true,
      text: 'Flink plans queries, INSERT and statement sets; this statement has no plan',
    };
  }
  // Same length, so that positions stay: EXPLAIN knows STATEMENT SET only.
  const explained = statement.replace(
    /^(\s*)EXECUTE(?=\s+STATEMENT\s+SET\b)/i,
    '$1       ',
  );
  const { rows, error } = await runStatement(
    gateway,
    session,
    `${PREFIX}${explained}`,
  );
  if (error) {
    const { line, endLine } = error;
    return {
      ok: false,
      error: {
        ...error,
        ...(line && { line: Math.max(1, line - 1) }),
        ...(endLine && { endLine: Math.max(1, endLine - 1) }),
      },
    };
  }
  return toExplanation(rows.map(row => String(row[0])).join('\n'));
}

function toExplanation(text: string): SqlExplanation {
  const at = text.indexOf(PLAN);
  const nodes = at < 0 ? undefined : toNodes(text.slice(at + PLAN.length));
  if (!nodes) return { ok: true, text };
  return {
    ok: true,
    text: text.slice(0, at).trim(),
    nodes: nodes.map(({ id, type, contents, parallelism }) => ({
      id: String(id),
      title: type,
      ...(contents && { detail: contents }),
      ...(parallelism && { parallelism }),
    })),
    edges: nodes.flatMap(({ id, predecessors = [] }) =>
      predecessors.map(({ id: from, ship_strategy: strategy }) => ({
        from: String(from),
        to: String(id),
        ...(strategy && { strategy }),
      })),
    ),
  };
}

function toNodes(text: string): PlanNode[] | undefined {
  try {
    const { nodes } = JSON.parse(text) as { nodes?: PlanNode[] };
    return Array.isArray(nodes) ? nodes : undefined;
  } catch {
    return undefined; // Another release writes it otherwise: the text is shown.
  }
}
