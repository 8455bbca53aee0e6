import {
  DesiredState,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { nextStep, RunStep } from './nextStep';

const TABLE: Array<[RunState, DesiredState, RunStep]> = [
  ['CREATED', 'running', 'submit'],
  ['CREATED', 'stopped', 'cancel-jobless'],
  ['SUBMITTING', 'running', 'resume-submit'],
  ['SUBMITTING', 'stopped', 'stop'],
  ['INITIALIZING', 'running', 'observe'],
  ['INITIALIZING', 'stopped', 'stop'],
  ['RUNNING', 'running', 'observe'],
  ['RUNNING', 'stopped', 'stop'],
  ['RECONCILING', 'running', 'observe'],
  ['RECONCILING', 'stopped', 'stop'],
  ['RESTARTING', 'running', 'observe'],
  ['CANCELLING', 'stopped', 'stop'],
  ['FAILING', 'running', 'observe'],
  ['FINISHED', 'running', 'clean-up'],
  ['FINISHED', 'stopped', 'clean-up'],
  ['CANCELED', 'stopped', 'clean-up'],
  ['FAILED', 'running', 'notify'],
  ['SUSPENDING', 'running', 'await-suspended'],
  ['SUSPENDING', 'suspended', 'await-suspended'],
  ['SUSPENDING', 'stopped', 'stop'],
  ['SUSPENDED', 'suspended', 'rest'],
  ['SUSPENDED', 'stopped', 'cancel-jobless'],
];

const MORE: Array<[Parameters<typeof nextStep>[0], RunStep]> = [
  [runWith('RUNNING', { operation: 'o' }), 'operate'],
  [runWith('SUSPENDING', { operation: 'o' }), 'operate'],
  [runWith('RECONCILING', { operation: 'o' }), 'operate'],
  [runWith('RUNNING', { operation: 'o', desired: 'stopped' }), 'stop'],
  [runWith('SUSPENDING', { operation: 'o', desired: 'stopped' }), 'stop'],
  [runWith('RUNNING', { operation: 'o', activity: 'restart' }), 'operate'],
  [runWith('RUNNING', { activity: 'restart' }), 'end-job'],
  [runWith('RUNNING', { activity: 'restart', desired: 'stopped' }), 'stop'],
  [runWith('SUSPENDING', { activity: 'restart' }), 'await-suspended'],
  [runWith('SUSPENDED', { nextStart: { mode: 'none' } }), 'redeploy'],
  [
    runWith('SUSPENDED', { nextStart: { mode: 'none' }, desired: 'stopped' }),
    'cancel-jobless',
  ],
  [runWith('SUSPENDED', { upgradedBy: 'n' }), 'follow-upgrade'],
  [
    runWith('SUSPENDED', { upgradedBy: 'n', nextStart: { mode: 'none' } }),
    'redeploy',
  ],
  [runWith('CREATED', { nextStart: { mode: 'none' } }), 'await-takeover'],
  [
    runWith('CREATED', { nextStart: { mode: 'none' }, desired: 'stopped' }),
    'cancel-jobless',
  ],
];

function runWith(
  state: RunState,
  run: Partial<Parameters<typeof nextStep>[0]>,
): Parameters<typeof nextStep>[0] {
  return { state, desired: 'running', notified: false, ...run };
}

describe('nextStep', () => {
  it.each(TABLE)('%s, desired %s: %s', (state, desired, step) => {
    expect(nextStep({ state, desired, notified: false })).toBe(step);
  });

  it.each(MORE)('%j: %s', (run, step) => {
    expect(nextStep(run)).toBe(step);
  });

  it('notifies of a failure once', () => {
    expect(
      nextStep({ state: 'FAILED', desired: 'running', notified: true }),
    ).toBe('clean-up');
  });
});
