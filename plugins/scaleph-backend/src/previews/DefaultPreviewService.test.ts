import { mockCredentials } from '@backstage/backend-test-utils';
import { PipelineSampler } from '@scaleph/backstage-plugin-scaleph-node';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import { DocumentReader } from '../documents/DocumentReader';
import { DefaultPreviewService } from './DefaultPreviewService';

it('leaves places to others', async () => {
  const waiting: (() => void)[] = [];
  const sampler: PipelineSampler = {
    fields: async () => ({}),
    rows: () =>
      new Promise(resolve => {
        waiting.push(() => resolve({ reason: 'done' }));
      }),
  };
  const service = new DefaultPreviewService({
    engines: {
      list: () => [Object.assign(new FakeEngine({ id: 'fake' }), { sampler })],
    },
    documents: new DocumentReader(),
    dataSources: { connectionsWithSecrets: async () => ({}) },
  });
  const { signal } = new AbortController();
  const ask = (user: string) =>
    service.rows(
      'orders',
      { document: pipelineDocument('orders') as never, node: 'read' },
      {
        caller: {
          credentials: mockCredentials.user(`user:default/${user}`),
        } as never,
        signal,
      },
    );
  const answers = [1, 2, 3, 4].map(() => ask('mallory'));
  await expect(ask('mallory')).rejects.toThrow(/4 previews of yours/);
  answers.push(ask('anna'));
  await new Promise<void>(resolve => setImmediate(resolve));
  waiting.forEach(end => end());
  await expect(Promise.all(answers)).resolves.toHaveLength(5);
});
