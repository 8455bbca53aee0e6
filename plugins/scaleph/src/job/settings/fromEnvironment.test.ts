import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { fromEnvironment } from './fromEnvironment';
import { toRunSettings } from './runSettings';

const withEnv = (env?: PipelineDocument['spec']['env']): PipelineDocument => ({
  apiVersion: 'scaleph.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: 'p', owner: 'group:default/data' },
  spec: { type: 'flink-sql', nodes: [], edges: [], env },
});

describe('settings of a document as a form', () => {
  it.each([
    [undefined],
    [{ parallelism: 4 }],
    [
      {
        parallelism: 2,
        flink: {
          'execution.checkpointing.interval': '10 s',
          'state.backend.type': 'rocksdb',
          'pipeline.object-reuse': 'true',
        },
      },
    ],
  ])('go there and back: %j', env => {
    expect(toRunSettings(fromEnvironment(withEnv(env)))).toEqual(env);
  });
});
