import { mayHaveConsole } from './mayHaveConsole';

const entity = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'it', annotations },
});

it.each([
  [{}, false],
  [{ 'scaleph.io/pipeline-name': 'orders' }, true],
  [{ 'scaleph.io/target-name': 'flink' }, true],
  [dataSource('postgresql'), true],
  [dataSource('redis'), false],
  // A type of another plugin may have a console.
  [dataSource('acme'), true],
])('%j: %s', (annotations, expected) => {
  expect(mayHaveConsole(entity(annotations))).toBe(expected);
});

function dataSource(type: string): Record<string, string> {
  return {
    'scaleph.io/data-source-name': 'shop',
    'scaleph.io/data-source-type': type,
  };
}
