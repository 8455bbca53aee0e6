import { AIRPORTS } from '../__fixtures__/airports';
import { parseDataSourceRef, pipelineDataSources } from './dataSourceRefs';

it.each([
  ['warehouse', 'warehouse'],
  ['Warehouse', 'Warehouse'],
  ['resource:default/warehouse', 'warehouse'],
  ['resource:warehouse', 'warehouse'],
  ['Resource:default/warehouse', 'warehouse'],
  ['default/warehouse', 'warehouse'],
  ['component:default/warehouse', 'component:default/warehouse'],
  ['a:b:c/d/e', 'a:b:c/d/e'],
  ['', ''],
])('parseDataSourceRef(%j) is %j', (ref, name) => {
  expect(parseDataSourceRef(ref)).toBe(name);
});

it('names the data sources of a pipeline once, sorted', () => {
  const nodes = [...AIRPORTS.spec.nodes].reverse();
  const document = {
    ...AIRPORTS,
    spec: { ...AIRPORTS.spec, nodes: [...nodes, ...nodes] },
  };
  expect(pipelineDataSources(document)).toEqual(['files', 'warehouse']);
});
