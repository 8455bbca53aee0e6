import { checkPipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { seaTunnelConnectors } from '@scaleph/backstage-plugin-scaleph-node/connectors';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import {
  documentOf,
  newEngine,
  targetOf,
  TestRun,
} from './__testUtils__/engineTest';

// Each starts a job of a real cluster.
jest.setTimeout(120_000);

const RELEASE = '2.3.4';

/** Every transform that needs nothing from outside, and a sink that fails unless the rows are as expected. */
const graph = (expected: string) => {
  const nodes = [
    {
      id: 'made',
      kind: 'source',
      connector: 'FakeSource',
      options: {
        schema: { fields: { id: 'int', name: 'string', json: 'string' } },
        rows: [
          { kind: 'INSERT', fields: [1, 'ada lovelace', '{"a":{"b":"x"}}'] },
          { kind: 'INSERT', fields: [2, 'alan turing', '{"a":{"b":"x"}}'] },
        ],
      },
    },
    {
      id: 'copied',
      kind: 'transform',
      connector: 'Copy',
      options: { fields: { whole: 'name' } },
    },
    {
      id: 'split',
      kind: 'transform',
      connector: 'Split',
      options: {
        separator: ' ',
        split_field: 'name',
        output_fields: ['first', 'last'],
      },
    },
    {
      id: 'replaced',
      kind: 'transform',
      connector: 'Replace',
      options: {
        replace_field: 'last',
        pattern: '[a-z]+',
        replacement: 'z',
        is_regex: true,
        replace_first: true,
      },
    },
    {
      id: 'taken',
      kind: 'transform',
      connector: 'JsonPath',
      options: {
        columns: [{ path: '$.a.b', src_field: 'json', dest_field: 'b' }],
      },
    },
    {
      id: 'kinds',
      kind: 'transform',
      connector: 'FilterRowKind',
      options: { include_kinds: ['INSERT'] },
    },
    {
      id: 'checked',
      kind: 'sink',
      connector: 'Assert',
      options: {
        rules: {
          row_rules: [
            { rule_type: 'MIN_ROW', rule_value: 2 },
            { rule_type: 'MAX_ROW', rule_value: 2 },
          ],
          field_rules: [
            {
              field_name: 'last',
              field_type: 'string',
              field_value: [{ rule_type: 'NOT_NULL', equals_to: expected }],
            },
            {
              field_name: 'b',
              field_type: 'string',
              field_value: [{ rule_type: 'NOT_NULL', equals_to: 'x' }],
            },
          ],
        },
      },
    },
  ];
  return documentOf({
    type: 'seatunnel',
    mode: 'batch',
    env: { parallelism: 1 },
    nodes,
    edges: nodes.slice(1).map(({ id }, at) => ({ from: nodes[at].id, to: id })),
  });
};

describeWithFlink('What the catalogue says of SeaTunnel', lab => {
  const engine = newEngine();

  it.each([
    ['z', 'FINISHED'],
    ['y', 'FAILED'],
  ])('holds on a cluster: rows with %s are %s', async (expected, state) => {
    const document = graph(expected);
    expect(
      checkPipeline(document, {
        connectors: seaTunnelConnectors(RELEASE),
        seaTunnelRelease: RELEASE,
        engine: engine.id,
        requireDataSources: true,
      }),
    ).toEqual([]);
    const target = targetOf({
      restUrl: lab.restUrl,
      gatewayUrl: lab.gatewayUrl,
      seatunnel: { version: RELEASE, home: lab.jars.seatunnelHome },
    });
    const run = new TestRun(target, document);
    await run.submit(engine);
    const seen = await run.untilState(engine, state);
    expect(seen).toMatchObject({ state });
  });
});
