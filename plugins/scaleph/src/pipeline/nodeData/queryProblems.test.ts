import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { queryProblems } from './queryProblems';

const document: PipelineDocument = {
  apiVersion: 'scaleph.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: 'orders', owner: 'group:default/data' },
  spec: {
    type: 'seatunnel',
    nodes: [
      { id: 'read', kind: 'source', connector: 'FakeSource' },
      {
        id: 'big',
        kind: 'transform',
        connector: 'Sql',
        options: { query: 'SELECT nope FROM read' },
      },
      {
        id: 'constructor',
        kind: 'transform',
        connector: 'Sql',
        options: { query: 'SELECT * FROM big' },
      },
    ],
    edges: [
      { from: 'read', to: 'big' },
      { from: 'big', to: 'constructor' },
    ],
  },
};
const reason = 'Binder Error: Referenced column "nope" not found';

it('a query that fails is a warning at its node, and at no node below', () => {
  const problems = queryProblems(document, {
    nodes: {
      read: { inputs: {}, fields: [{ name: 'n', type: 'int' }] },
      big: { inputs: {}, reason },
      constructor: { inputs: {}, reason: 'The fields of "big" are not known' },
    },
  });
  expect(problems).toEqual([
    {
      severity: 'warning',
      code: 'query-fails',
      node: 'big',
      pointer: '/spec/nodes/1/options/query',
      message: `Pipeline "orders": node "big": ${reason}`,
    },
  ]);
});

it('nothing is wrong while nothing is known', () => {
  expect(queryProblems(document, undefined)).toEqual([]);
  expect(queryProblems(document, { nodes: {} })).toEqual([]);
});
