import { RunState } from '../types';
import { nextState, RunStateEvent } from './nextState';
import {
  isActive,
  isTerminal,
  RUN_STATE_SENTENCES,
  RUN_STATES,
} from './states';

const OBSERVABLE: RunState[] = RUN_STATES.filter(
  state =>
    !['CREATED', 'SUBMITTING', 'SUSPENDING', 'SUSPENDED'].includes(state),
);

const TERMINAL: RunState[] = ['FAILED', 'CANCELED', 'FINISHED'];

/** For each state what each event makes of it; `-` is refused. The column `observed` is a rule, see below. */
const TABLE = `
state        | submit     | submitted    | submit-failed | unknown     | unknown, final | cancel-requested | suspend-requested | suspend-failed | suspended | resume     | restore    | observed
CREATED      | SUBMITTING | -            | FAILED        | -           | -              | CANCELED         | -                 | -              | -         | -          | -          | never
SUBMITTING   | SUBMITTING | INITIALIZING | FAILED        | RECONCILING | FAILED         | CANCELLING       | -                 | -              | -         | -          | -          | believed
INITIALIZING | -          | -            | -             | RECONCILING | FAILED         | CANCELLING       | SUSPENDING        | -              | -         | -          | SUBMITTING | believed
RUNNING      | -          | -            | -             | RECONCILING | FAILED         | CANCELLING       | SUSPENDING        | -              | -         | -          | SUBMITTING | believed
SUSPENDING   | -          | -            | -             | SUSPENDING  | FAILED         | CANCELLING       | SUSPENDING        | RUNNING        | SUSPENDED | -          | SUBMITTING | suspending
SUSPENDED    | -          | -            | -             | -           | -              | CANCELED         | -                 | -              | -         | SUBMITTING | -          | never
RESTARTING   | -          | -            | -             | RECONCILING | FAILED         | CANCELLING       | SUSPENDING        | -              | -         | -          | SUBMITTING | believed
FAILING      | -          | -            | -             | RECONCILING | FAILED         | FAILING          | -                 | -              | -         | -          | SUBMITTING | believed
CANCELLING   | -          | CANCELLING   | CANCELED      | CANCELLING  | CANCELED       | CANCELLING       | -                 | -              | -         | -          | -          | stopping
RECONCILING  | SUBMITTING | -            | FAILED        | RECONCILING | FAILED         | CANCELLING       | SUSPENDING        | -              | -         | -          | SUBMITTING | believed
FAILED       | -          | -            | -             | -           | -              | -                | -                 | -              | -         | -          | -          | never
CANCELED     | -          | -            | -             | -           | -              | -                | -                 | -              | -         | -          | -          | never
FINISHED     | -          | -            | -             | -           | -              | -                | -                 | -              | -         | -          | -          | never
`;

const EVENTS: Record<string, RunStateEvent> = {
  submit: { type: 'submit' },
  submitted: { type: 'submitted' },
  'submit-failed': { type: 'submit-failed' },
  unknown: { type: 'unknown', final: false },
  'unknown, final': { type: 'unknown', final: true },
  'cancel-requested': { type: 'cancel-requested' },
  'suspend-requested': { type: 'suspend-requested' },
  'suspend-failed': { type: 'suspend-failed' },
  suspended: { type: 'suspended' },
  resume: { type: 'resume' },
  restore: { type: 'restore' },
};

const OBSERVED: Record<string, (state: RunState) => RunState | undefined> = {
  never: () => undefined,
  believed: state => state,
  stopping: state => (TERMINAL.includes(state) ? state : 'CANCELLING'),
  suspending: state => (TERMINAL.includes(state) ? state : 'SUSPENDING'),
};

const [header, ...rows] = TABLE.trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()));

const cases = rows.flatMap(([state, ...cells]) =>
  cells.flatMap(
    (cell, index): [string, RunStateEvent, string | undefined][] => {
      const name = header[index + 1];
      if (name !== 'observed') {
        return [[state, EVENTS[name], cell === '-' ? undefined : cell]];
      }
      return RUN_STATES.map(seen => [
        state,
        { type: 'observed', state: seen },
        OBSERVABLE.includes(seen) ? OBSERVED[cell](seen) : undefined,
      ]);
    },
  ),
);

describe('nextState', () => {
  it('the table has every state and every event', () => {
    expect(rows.map(([state]) => state).sort()).toEqual([...RUN_STATES].sort());
    expect(cases).toHaveLength(13 * (11 + 13));
  });

  it.each(cases)('%s, %j: %s', (state, event, expected) => {
    expect(nextState(state as RunState, event)).toBe(expected);
  });

  it('from every state that is alive an end can be reached', () => {
    for (const state of RUN_STATES.filter(each => !isTerminal(each))) {
      const stopping = nextState(state, { type: 'cancel-requested' })!;
      const ended = isTerminal(stopping)
        ? stopping
        : nextState(stopping, { type: 'unknown', final: true })!;
      expect(isTerminal(ended)).toBe(true);
    }
  });
});

it('every state has a sentence', () => {
  expect(Object.keys(RUN_STATE_SENTENCES).sort()).toEqual(
    [...RUN_STATES].sort(),
  );
});

it('a run is active while it may have a job', () => {
  expect(RUN_STATES.filter(state => !isActive(state)).sort()).toEqual([
    'CANCELED',
    'FAILED',
    'FINISHED',
    'SUSPENDED',
  ]);
});
