import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import type { ScalephT } from '../../translation';
import { sayProblem } from './sayProblem';

const t = ((key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(' ')) as unknown as ScalephT;
const problem = (
  code: string,
  message: string,
  pointer = '/spec/nodes/0/options/path',
): DocumentProblem => ({
  severity: 'error',
  code,
  pointer,
  message: `Pipeline "a": node "b": ${message}`,
  fix: 'Mend it.',
});

it.each([
  [
    problem('missing-option', 'option "path" is required by source LocalFile'),
    'common.field.required',
  ],
  [
    problem(
      'missing-option',
      'option "user" is required by source Jdbc together with "password"',
    ),
    'nodeForm.missing.now together with "password"',
  ],
  [
    problem(
      'missing-option',
      'option "key" is required by sink Kafka and is a secret',
    ),
    'Option "key" is required by sink Kafka and is a secret. Mend it.',
  ],
  [
    problem(
      'missing-option',
      'source Jdbc needs one of the options "table_path" or "query"',
      '/spec/nodes/0/options',
    ),
    'nodeForm.missing.choice',
  ],
  [
    problem('missing-data-source', 'source Http needs one'),
    'nodeForm.missing.dataSource',
  ],
  [
    problem('invalid-option', 'option "path" is 42 and must be a text'),
    'Option "path" is 42 and must be a text. Mend it.',
  ],
])('says under the field what is wrong with it: %#', (given, said) => {
  expect(sayProblem(given, 'en', t)).toBe(said);
});

it('says it in Chinese where the check does not', () => {
  const given = problem(
    'missing-option',
    'option "user" is required by source Jdbc together with "password"',
  );
  expect(sayProblem(given, 'zh', t)).toBe('common.field.required');
});
