import { PipelineNode } from '@scaleph/backstage-plugin-scaleph-common';
import { SeaTunnelRelease } from './SeaTunnelRelease';
import { translateFile } from './translateFile';

function translate(
  kind: PipelineNode['kind'],
  options: PipelineNode['options'],
) {
  const refused: string[] = [];
  const translated = translateFile({
    node: { id: 'n', kind, connector: 'LocalFile', options },
    inputs: [],
    release: new SeaTunnelRelease('2.3.4'),
    connection: {
      dataSource: 'files',
      type: 'local-directory',
      config: { directory: '/srv/data' },
    },
    refuse: (says, _fix, option) => refused.push(`${option}: ${says}`),
  });
  return { translated, refused };
}

it('keeps each of several tables below the directory', () => {
  const read = (path: string) =>
    translate('source', {
      tables_configs: [{ path, file_format_type: 'orc' }],
      file_format_type: 'orc',
    });
  expect(read('a').translated.tables_configs).toEqual([
    { path: '/srv/data/a', file_format_type: 'orc' },
  ]);
  expect(read('a').refused).toEqual([]);
  for (const path of ['/etc/passwd', '../x', 'a/../../x']) {
    expect(read(path).refused).toEqual([
      expect.stringMatching(/^tables_configs: .*leads out of the directory/),
    ]);
  }
});

it.each([
  ['file_name_expression', '../../etc/cron.d/x'],
  ['filename_time_format', "yyyy/'..'/'..'"],
  ['filename_time_format', 'yyyy/.[].'],
  ['partition_dir_expression', '../${v0}'],
  ['partition_dir_expression', '${v0}/${v1}/'],
])('writes no file by %s %s elsewhere', (option, value) => {
  const { refused } = translate('sink', { path: 'out', [option]: value });
  expect(refused).toEqual([expect.stringContaining(`${option}: `)]);
});

it.each([
  ['file_name_expression', '${transactionId}_${now}'],
  ['filename_time_format', 'yyyy.MM.dd'],
  ['partition_dir_expression', '${k0}=${v0}/${k1}=${v1}/.../${kn}=${vn}/'],
  ['partition_dir_expression', 'day-${v0}'],
])('names files and partitions by %s %s', (option, value) => {
  const { refused, translated } = translate('sink', {
    path: 'out',
    [option]: value,
  });
  expect(refused).toEqual([]);
  expect(translated).toMatchObject({ path: '/srv/data/out', [option]: value });
});
