import { mockServices } from '@backstage/backend-test-utils';
import { readSchedule } from './readSchedule';

it('is every ten minutes when nothing is configured', () => {
  expect(readSchedule(mockServices.rootConfig())).toEqual({
    frequency: { minutes: 10 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 3 },
  });
});

it('is what is configured', () => {
  const config = mockServices.rootConfig({
    data: {
      catalog: {
        providers: {
          scaleph: {
            schedule: { frequency: 'PT1H', timeout: { minutes: 2 } },
          },
        },
      },
    },
  });
  expect(readSchedule(config)).toEqual({
    frequency: { hours: 1 },
    timeout: { minutes: 2 },
  });
});
