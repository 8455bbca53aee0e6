import {
  DesiredState,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { nextStep, RunStep } from './nextStep';

const TABLE: Array<[RunState, DesiredState, RunStep]> = [
  ['CREATED', 'running', 'submit'],
  ['CREATED', 'stopped', 'cancel-unsubmitted'],
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
];

describe('nextStep', () => {
  it.each(TABLE)('%s, desired %s: %s', (state, desired, step) => {
    expect(nextStep({ state, desired, notified: false })).toBe(step);
  });

  it('notifies of a failure once', () => {
    expect(
      nextStep({ state: 'FAILED', desired: 'running', notified: true }),
    ).toBe('clean-up');
  });
});
