import {
  SqlExplanation,
  SqlStatementInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { SecretScrubber } from './SecretScrubber';
import { SessionGate } from './SessionGate';
import { SessionSecrets } from './SessionSecrets';
import { StatementGate } from './StatementGate';

/** Plans of statements, which pass the same gate as those that run. @internal */
export class StatementPlans {
  constructor(
    private readonly options: {
      gate: SessionGate;
      statementGate: StatementGate;
      secrets: SessionSecrets;
    },
  ) {}

  async explain(
    sessionId: string,
    input: SqlStatementInput,
    caller: Caller,
  ): Promise<SqlExplanation> {
    const { gate, statementGate, secrets } = this.options;
    const { session, runner } = await gate.openSession(sessionId, caller);
    const passed = await statementGate.pass(session, runner, input, caller);
    if ('refused' in passed) return { ok: false, error: passed.refused };
    const plan = await gate.on(session, () =>
      runner.explain(session, passed.text),
    );
    return scrub(plan, await secrets.scrubberOf(session));
  }
}

function scrub(plan: SqlExplanation, scrubber: SecretScrubber): SqlExplanation {
  return {
    ...plan,
    ...(plan.text !== undefined && { text: scrubber.text(plan.text) }),
    ...(plan.nodes && {
      nodes: plan.nodes.map(node => ({
        ...node,
        title: scrubber.text(node.title),
        ...(node.detail && { detail: scrubber.text(node.detail) }),
      })),
    }),
    ...(plan.error && { error: scrubber.error(plan.error) }),
  };
}
