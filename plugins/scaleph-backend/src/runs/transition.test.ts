import { RunStateEvent } from '@scaleph/backstage-plugin-scaleph-common';
import { transition } from './transition';

const at = '2026-11-21T08:00:00.000Z';

describe('transition', () => {
  it('writes the new state with its event', () => {
    expect(
      transition(
        { state: 'CREATED' },
        { type: 'submit' },
        { at, message: 'Submitting', actor: 'host:1' },
      ),
    ).toEqual({
      change: {
        state: 'SUBMITTING',
        reason: undefined,
        attempts: 0,
        restMs: 0,
      },
      events: [
        {
          at,
          type: 'state',
          from: 'CREATED',
          to: 'SUBMITTING',
          message: 'Submitting',
          actor: 'host:1',
        },
      ],
    });
  });

  it('notes the end and its reason', () => {
    const patch = transition(
      { state: 'SUBMITTING' },
      { type: 'submit-failed' },
      { at, message: 'no', reason: 'no' },
    );
    expect(patch?.change).toMatchObject({
      state: 'FAILED',
      endedAt: at,
      reason: 'no',
    });
  });

  const nothing: Array<
    [string, Parameters<typeof transition>[0], RunStateEvent]
  > = [
    ['an ended run', { state: 'FINISHED' }, { type: 'cancel-requested' }],
    [
      'the state that it has',
      { state: 'RUNNING' },
      { type: 'observed', state: 'RUNNING' },
    ],
    ['a second submit', { state: 'SUBMITTING' }, { type: 'submit' }],
  ];
  it.each(nothing)('changes nothing for %s', (_name, run, event) => {
    expect(transition(run, event, { at, message: '' })).toBeUndefined();
  });
});
