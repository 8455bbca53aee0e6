import { aPipeline, aRun } from '../../__testUtils__/fixtures';
import { driftOf } from './originText';

const origin = {
  url: 'https://git.example.com/pipeline.yaml',
  entityRef: 'component:default/orders',
  syncedAt: '2026-01-01T08:00:00.000Z',
  versionCommits: { 1: 'aaa', 3: 'ccc' },
};
const running = (
  version: number,
  state: 'RUNNING' | 'FINISHED' = 'RUNNING',
) => ({
  ...aPipeline(),
  origin,
  publishedVersion: 3,
  lastRun: { ...aRun(), version, state },
});

test.each([
  [running(1), { running: 1, newest: 3, commit: 'aaa' }],
  [running(2), { running: 2, newest: 3 }],
  [running(3), undefined],
  [running(1, 'FINISHED'), undefined],
  [{ ...running(1), origin: undefined }, undefined],
  [{ ...running(1), lastRun: undefined }, undefined],
])('%#', (pipeline, drift) => {
  expect(driftOf(pipeline)).toEqual(drift);
});
