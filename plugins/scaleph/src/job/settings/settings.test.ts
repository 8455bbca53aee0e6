import type { FlinkOption } from '@scaleph/backstage-plugin-scaleph-common';
import { aCluster, aJobRun } from '../__testUtils__/MemoryJobs';
import { areSettingsGood } from './areSettingsGood';
import { checkFlinkValue } from './checkFlinkValue';
import { chooseTarget, fittingTargets } from './chooseTarget';
import { EMPTY_SETTINGS, presetOf, toRunSettings } from './runSettings';

describe('values of Flink', () => {
  it.each<[FlinkOption['type'], string, string | undefined]>([
    ['boolean', 'TRUE', undefined],
    ['boolean', 'yes', 'boolean'],
    ['integer', '-3', undefined],
    ['integer', '1.5', 'integer'],
    ['number', '0.4', undefined],
    ['number', 'x', 'number'],
    ['duration', '10 s', undefined],
    ['duration', '500ms', undefined],
    ['duration', 'PT10S', undefined],
    ['duration', '10 parsecs', 'duration'],
    ['memory', '512 mb', undefined],
    ['memory', '1g', undefined],
    ['memory', 'much', 'memory'],
    ['map', 'a:1,b:2', undefined],
    ['map', 'a', 'map'],
    ['string', 'anything', undefined],
    ['string', ' ', 'empty'],
    ['class', 'org.x.Y', undefined],
  ])('%s %j', (type, value, problem) => {
    expect(checkFlinkValue({ key: 'k', type }, value)).toBe(problem);
  });

  it('of a list of words are checked against it', () => {
    const option: FlinkOption = {
      key: 'k',
      type: 'enum',
      values: ['EXACTLY_ONCE', 'AT_LEAST_ONCE'],
    };
    expect(checkFlinkValue(option, 'exactly_once')).toBeUndefined();
    expect(checkFlinkValue(option, 'twice')).toBe('enum');
    expect(checkFlinkValue(undefined, 'anything')).toBeUndefined();
  });
});

describe('settings of a run', () => {
  it('are none when nothing is filled in', () => {
    expect(toRunSettings(EMPTY_SETTINGS)).toBeUndefined();
    expect(areSettingsGood(EMPTY_SETTINGS, [])).toBe(true);
  });

  it('are Flink’s keys', () => {
    const draft = {
      parallelism: '4',
      friendly: {
        ...EMPTY_SETTINGS.friendly,
        checkpointInterval: '10 s',
        stateBackend: 'rocksdb',
      },
      others: [
        { key: 'pipeline.object-reuse', value: 'true' },
        { key: '', value: '' },
      ],
    };
    expect(toRunSettings(draft)).toEqual({
      parallelism: 4,
      flink: {
        'execution.checkpointing.interval': '10 s',
        'state.backend.type': 'rocksdb',
        'pipeline.object-reuse': 'true',
      },
    });
    expect(areSettingsGood(draft, [])).toBe(true);
  });

  it.each([
    { parallelism: '0' },
    { parallelism: 'many' },
    { others: [{ key: 'pipeline.object-reuse', value: 'maybe' }] },
    { others: [{ key: '', value: 'of nothing' }] },
    { friendly: { ...EMPTY_SETTINGS.friendly, checkpointInterval: 'often' } },
  ])('are refused: %j', change => {
    const options: FlinkOption[] = [
      { key: 'pipeline.object-reuse', type: 'boolean' },
    ];
    expect(areSettingsGood({ ...EMPTY_SETTINGS, ...change }, options)).toBe(
      false,
    );
  });

  it('show what the document says', () => {
    expect(presetOf(aJobRun().document).parallelism).toBe('2');
  });
});

describe('the target of a run', () => {
  const { document } = aJobRun();
  const full = aCluster({ name: 'full', freeSlots: 1 });
  const down = aCluster({ name: 'down', healthy: false });
  const roomy = aCluster({ name: 'roomy', freeSlots: 2 });
  const embedded = aCluster({
    name: 'embedded',
    engine: 'embedded',
    pipelineTypes: ['seatunnel'],
    modes: ['batch'],
  });

  it('is one that runs its type and mode', () => {
    expect(fittingTargets([embedded, full], document)).toEqual([full]);
  });

  it.each([
    [[down, full, roomy], 'roomy'],
    [[down, full], 'full'],
    [[down], 'down'],
  ])('has room where one has', (targets, name) => {
    expect(chooseTarget(targets, 2)?.name).toBe(name);
  });
});
