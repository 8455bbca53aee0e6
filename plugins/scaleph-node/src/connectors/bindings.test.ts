import { builtInDataSourceTypes } from '../dataSources/types/builtInDataSourceTypes';
import { seaTunnelConnectors } from './catalogue';

const pairs = seaTunnelConnectors().flatMap(connector =>
  connector.dataSourceTypes.map(
    type => [`${connector.kind} ${connector.name}`, type, connector] as const,
  ),
);

it.each(pairs)('%s takes a data source of type %s', (_, type, connector) => {
  const known = builtInDataSourceTypes.find(it => it.type === type);
  expect(known?.bindings).toHaveProperty([connector.name]);
});

it.each(
  builtInDataSourceTypes.flatMap(type =>
    Object.keys(type.bindings).map(name => [type.type, name] as const),
  ),
)('what a data source of type %s gives is taken by %s', (type, name) => {
  const takers = seaTunnelConnectors().filter(it => it.name === name);
  expect(takers).not.toEqual([]);
  for (const taker of takers) expect(taker.dataSourceTypes).toContain(type);
});
