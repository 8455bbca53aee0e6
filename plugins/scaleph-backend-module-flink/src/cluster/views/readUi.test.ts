import { checkUiPath } from './readUi';

const id = 'a'.repeat(32);

describe('checkUiPath', () => {
  test.each([
    '',
    'index.html',
    'main.0a1b.js',
    'assets/fonts/x.woff2?v=1',
    'jobs/overview',
    `jobs/${id}`,
    `jobs/${id}/plan`,
    `v1/jobs/${id}/plan`,
    `jobs/${id}/vertices/${id}/metrics?get=0.a%2Cb`,
    'taskmanagers/127.0.0.1%3A1-x/logs/',
    'jars',
  ])('lets %j be read', path => {
    expect(() => checkUiPath(path)).not.toThrow();
  });

  test.each([
    `jobs/${id}/yarn-cancel`,
    `jobs/${id}/Yarn-Stop`,
    `v1/jobs/${id}/yarn-cancel?x`,
    `jobs/${id}/%79arn-cancel`,
    'jars/x.jar/plan',
    'v1/jars/x.jar/plan?entry-class=X',
    'jars/x.jar/run',
    'jobs/plan',
  ])('refuses what acts: %j', path => {
    expect(() => checkUiPath(path)).toThrow('would change or run something');
  });

  test.each([
    '..',
    'a/../b',
    '%2e%2e/x',
    'a/%2E./b',
    '/evil.example',
    'a//b',
    'a%2Fb',
    'a%5cb',
    '\\evil',
    'a b',
    'a\r\nHost: x',
    '%',
    '%252e%252e/x',
    'a#b',
  ])('refuses what leads elsewhere: %j', path => {
    expect(() => checkUiPath(path)).toThrow('is no path');
  });
});
