import type { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import { aPipeline, aRun } from '../../__testUtils__/fixtures';
import { flinkPlace, postgresPlace } from '../__testUtils__/MemorySql';
import { placesOfPipeline } from './placesOfPipeline';

const cluster = (name: string, healthy = true): SqlPlace => ({
  ...flinkPlace,
  name,
  healthy,
});
const places = [
  { ...postgresPlace, name: 'other' },
  cluster('down', false),
  cluster('big'),
  postgresPlace,
];
const names = (of: Parameters<typeof aPipeline>[0]) =>
  placesOfPipeline(places, aPipeline(of)).map(({ name }) => name);

describe('placesOfPipeline', () => {
  it("begins with the last run's target, and leaves foreign data sources out", () => {
    const lastRun = aRun({ target: 'down' });
    expect(names({ lastRun })).toEqual(['down', 'warehouse', 'big']);
    expect(names({ lastRun, type: 'flink-sql' })[0]).toBe('down');
  });

  it('begins with a cluster that answers where only Flink runs it', () => {
    const of = { type: 'flink-sql', lastRun: undefined } as const;
    expect(names(of)).toEqual(['big', 'down', 'warehouse']);
    expect(names({ ...of, lastRun: aRun({ target: 'embedded' }) })[0]).toBe(
      'big',
    );
  });

  it('begins with its own data source otherwise', () => {
    expect(names({})).toEqual(['warehouse', 'big', 'down']);
    expect(names({ dataSources: [] })).toEqual(['big', 'down']);
  });
});
