import { runStateOf } from './runStateOf';

describe('runStateOf', () => {
  test.each([
    ['INITIALIZING', {}, 'INITIALIZING'],
    ['CREATED', { created: 2, total: 2 }, 'INITIALIZING'],
    ['RUNNING', { scheduled: 2, total: 2 }, 'INITIALIZING'],
    ['RUNNING', { deploying: 1, initializing: 1, total: 2 }, 'INITIALIZING'],
    ['RUNNING', { running: 1, scheduled: 1, total: 2 }, 'RUNNING'],
    // A batch job between two stages.
    ['RUNNING', { finished: 1, scheduled: 1, total: 2 }, 'RUNNING'],
    ['RUNNING', { running: 2, total: 2 }, 'RUNNING'],
    ['RUNNING', {}, 'RUNNING'],
    ['RESTARTING', { canceled: 2 }, 'RESTARTING'],
    ['FAILING', {}, 'FAILING'],
    ['FAILED', {}, 'FAILED'],
    ['CANCELLING', {}, 'CANCELLING'],
    ['CANCELED', {}, 'CANCELED'],
    ['FINISHED', {}, 'FINISHED'],
    ['SUSPENDED', {}, 'RECONCILING'],
    ['RECONCILING', {}, 'RECONCILING'],
    ['A_STATE_OF_FLINK_9', {}, 'RECONCILING'],
  ])('%s with %j is %s', (state, tasks, expected) => {
    expect(runStateOf({ state: state as 'RUNNING', tasks: tasks as {} })).toBe(
      expected,
    );
  });
});
