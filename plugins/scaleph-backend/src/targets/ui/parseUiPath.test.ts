import { parseUiPath } from './parseUiPath';

describe('parseUiPath', () => {
  it.each([
    ['', ''],
    ['index.html', 'index.html'],
    ['jobs/overview', 'jobs/overview'],
    ['jobs/', 'jobs/'],
    ['assets/a%20b.svg', 'assets/a%20b.svg'],
    [
      'taskmanagers/host:6122-a1b2c3/metrics?get=a,b&x=%2F..',
      'taskmanagers/host%3A6122-a1b2c3/metrics?get=a%2Cb&x=%2F..',
    ],
    ['a?b?c=d', 'a?b%3Fc=d'],
    ['?x=1', '?x=1'],
    ['ä', '%C3%A4'],
  ])('%j leads to %j', (raw, path) => {
    expect(parseUiPath(raw)).toBe(path);
  });

  it.each([
    '../config',
    'jobs/../../x',
    'jobs/..',
    '..',
    '.',
    './x',
    '%2e%2e/config',
    '%2E./config',
    'jobs/%2e%2e%2fx',
    '%252e%252e/config',
    '/evil.example/x',
    '//evil.example',
    'a//b',
    '%2f%2fevil.example',
    '\\evil.example',
    'a%5cb',
    'a%5c..%5cb',
    'a%00b',
    'a%0d%0aHost:%20evil',
    'a%zz',
    '%',
    '%ff',
    'x'.repeat(5_000),
  ])('%j leads nowhere', raw => {
    expect(parseUiPath(raw)).toBeUndefined();
  });

  it('takes an absolute address as the name of something below the root', () => {
    expect(parseUiPath('http:evil.example')).toBe('http%3Aevil.example');
    expect(parseUiPath('http://evil.example/x')).toBeUndefined();
  });
});
