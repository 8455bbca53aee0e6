import { PipelineNode } from '@scaleph/backstage-plugin-scaleph-common';
import { SeaTunnelRelease } from './SeaTunnelRelease';
import { translateJdbc } from './translateJdbc';

const translate = (options: PipelineNode['options']) =>
  translateJdbc({
    node: { id: 'n', kind: 'sink', connector: 'Jdbc', options },
    inputs: ['a'],
    release: new SeaTunnelRelease('2.3.4'),
    connection: {
      dataSource: 'dwh',
      type: 'postgresql',
      config: { database: 'dwh' },
    },
    refuse: () => {},
  });

it('writes into a table by a statement of SeaTunnel', () => {
  expect(translate({ table: 'a', max_retries: 2 })).toEqual({
    generate_sink_sql: true,
    database: 'dwh',
    table: 'public.a',
    max_retries: 2,
  });
});

it('writes by a statement of the user', () => {
  const query = 'insert into a values (?)';
  expect(translate({ query, batch_size: 5 })).toEqual({
    query,
    batch_size: 5,
    generate_sink_sql: false,
  });
});
