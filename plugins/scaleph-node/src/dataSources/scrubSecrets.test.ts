import { scrubSecrets } from './scrubSecrets';

describe('scrubSecrets', () => {
  test.each([
    ['plain', 'login s3cret! failed', { p: 's3cret!' }, 'login ****** failed'],
    ['every time', 'pass1 pass1', { p: 'pass1' }, '****** ******'],
    [
      'in a URL',
      'postgres://u:p%40ss%2Fword@db',
      { p: 'p@ss/word' },
      'postgres://u:******@db',
    ],
    ['in JSON', '{"a":"say \\"hi\\""}', { p: 'say "hi"' }, '{"a":"******"}'],
    [
      'in SQL',
      "'password' = 'it''s me'",
      { p: "it's me" },
      "'password' = '******'",
    ],
    ['in base64', 'Basic c2VjcmV0MQ==', { p: 'secret1' }, 'Basic ******'],
    ['the longer of two first', 'abcdef', { a: 'abcd', b: 'abcdef' }, '******'],
    [
      'special characters as they are',
      'x $&.*+ y',
      { p: '$&.*+' },
      'x ****** y',
    ],
    ['a short one alone', 'a cat and a', { p: 'a' }, '****** cat and ******'],
    ['nothing for an empty one', 'text', { p: '' }, 'text'],
    ['a lone surrogate', 'x \ud800abcd y', { p: '\ud800abcd' }, 'x ****** y'],
  ])('masks %s', (_, text, secrets, expected) => {
    expect(scrubSecrets(text, secrets)).toBe(expected);
  });

  it('takes a list too', () => {
    expect(scrubSecrets('tell hunter2', ['hunter2'])).toBe('tell ******');
  });
});
