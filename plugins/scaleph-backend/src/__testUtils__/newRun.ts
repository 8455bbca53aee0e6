import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { randomUUID } from 'node:crypto';
import { NewRun } from '../runs/RunRecord';

/** A pipeline that reads and writes, for runs in tests. */
export function testDocument(name = 'orders'): PipelineDocument {
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name, owner: 'group:default/data' },
    spec: {
      type: 'seatunnel',
      nodes: [
        {
          id: 'read',
          kind: 'source',
          connector: 'FakeSource',
          options: { schema: { fields: { id: 'bigint' } }, 'row.num': 3 },
        },
        { id: 'write', kind: 'sink', connector: 'Console' },
      ],
      edges: [{ from: 'read', to: 'write' }],
    },
  };
}

/** The intent of a run on the engine `fake`. */
export function newRun(run: Partial<NewRun> = {}): NewRun {
  const document = testDocument(run.pipeline);
  return {
    id: randomUUID(),
    pipeline: document.metadata.name,
    version: 1,
    target: 'fake',
    engine: 'fake',
    owner: document.metadata.owner,
    createdAt: new Date().toISOString(),
    createdBy: 'user:default/guest',
    parameters: {},
    document,
    plan: {
      engine: 'fake',
      target: 'fake',
      artifacts: [],
      warnings: [],
      payload: {},
    },
    ...run,
  };
}
