import { checkFlinkSettings } from './checkFlinkSettings';
import { findFlinkOption, flinkOptions } from './flinkOptions';

const check = (key: string, value = 'x') =>
  checkFlinkSettings({ [key]: value }, '/spec/env/flink');

it.each([
  ['execution.checkpointing.interval', '30s'],
  ['execution.checkpointing.interval', '30 s'],
  ['execution.checkpointing.interval', '1000'],
  ['execution.checkpointing.mode', 'exactly_once'],
  ['execution.checkpointing.unaligned.enabled', 'TRUE'],
  ['state.checkpoints.dir', 's3://bucket/a'],
  ['state.backend', 'rocksdb'],
  ['restart-strategy', 'none'],
  ['taskmanager.network.memory.buffer-debloat.enabled', 'true'],
  ['table.exec.mini-batch.size', '5000'],
  ['s3.access.style', 'path'],
])('%s: %s is right', (key, value) => {
  expect(check(key, value)).toEqual([]);
});

it.each([
  ['execution.checkpointing.intervall', '1', 'warning', 'unknown-setting'],
  ['execution.checkpointing.interval', 'soon', 'error', 'invalid-setting'],
  ['execution.checkpointing.mode', 'SOMETIMES', 'error', 'invalid-setting'],
  ['pipeline.object-reuse', 'yes', 'error', 'invalid-setting'],
  ['parallelism.default', '1.5', 'error', 'invalid-setting'],
  ['taskmanager.numberOfTaskSlots', '4', 'warning', 'cluster-setting'],
  ['$internal.pipeline.job-id', 'a', 'error', 'forbidden-setting'],
  ['execution.target', 'local', 'error', 'forbidden-setting'],
  ['Rest.Address', 'a', 'error', 'forbidden-setting'],
  [' rest.address', 'a', 'error', 'forbidden-setting'],
  ['pipeline.jars', 'file:///a', 'error', 'forbidden-setting'],
  ['pipeline.classpaths', 'file:///a', 'error', 'forbidden-setting'],
  ['high-availability.type', 'a', 'error', 'forbidden-setting'],
  ['security.kerberos.login.keytab', 'a', 'error', 'forbidden-setting'],
  ['execution.savepoint.path', 'a', 'error', 'forbidden-setting'],
  ['execution.runtime-mode', 'BATCH', 'error', 'forbidden-setting'],
])('%s: %s has a problem', (key, value, severity, code) => {
  expect(check(key, value)).toMatchObject([{ severity, code }]);
});

it('points at the key and suggests a near one', () => {
  expect(check('execution.checkpointing.intervall', '1 s')).toEqual([
    {
      severity: 'warning',
      code: 'unknown-setting',
      pointer: '/spec/env/flink/execution.checkpointing.intervall',
      message: 'Flink setting "execution.checkpointing.intervall" is not known',
      fix: 'Did you mean "execution.checkpointing.interval"?',
    },
  ]);
});

it('knows the keys of Flink once each, with defaults that pass', () => {
  expect(flinkOptions.length).toBeGreaterThan(900);
  expect(new Set(flinkOptions.map(({ key }) => key)).size).toBe(
    flinkOptions.length,
  );
  expect(findFlinkOption('parallelism.default')).toMatchObject({
    type: 'integer',
    scope: 'job',
  });
  const wrong = flinkOptions
    .filter(option => option.default && option.scope === 'job')
    .filter(({ key, default: value }) =>
      check(key, value).some(({ code }) => code === 'invalid-setting'),
    );
  expect(wrong).toEqual([]);
});
