import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { toTimestamp } from '../../database/timestamps';
import { Queryable } from '../../database/Transaction';
import { SupervisedRun } from '../RunRecord';
import { RunWrite } from '../RunStore';
import { storableText } from './storableText';

/** Records the intent or the outcome of an operation; what a run that ends has left open ends with it. @internal */
export async function writeOperations(
  tx: Queryable,
  before: SupervisedRun,
  run: SupervisedRun,
  { begin, outcome, change }: RunWrite,
): Promise<void> {
  if (begin) {
    await tx('run_operations').insert({
      id: begin.id,
      run_id: run.id,
      deployment: run.deployment,
      kind: begin.kind,
      parallelism: begin.parallelism ?? null,
      state: 'pending',
      created_at: begin.createdAt,
      created_by: begin.createdBy,
    });
  }
  const open = () =>
    tx('run_operations').whereIn('state', ['pending', 'running']);
  if (outcome) {
    const { id, state, message, snapshot } = outcome;
    await open()
      .where({ id })
      .update({
        state,
        message: message === undefined ? null : storableText(message),
        snapshot_id: snapshot ?? null,
        ended_at: state === 'running' ? null : toTimestamp(),
      });
  }
  if (change.state && isTerminal(change.state) && before.operation) {
    await open()
      .where('run_id', run.id)
      .update({
        state: 'failed',
        message: `The run has ended before: it is ${change.state}`,
        ended_at: toTimestamp(),
      });
  }
}
