import { maskConfiguredSecrets } from './maskConfiguredSecrets';

const mask = (text: string) =>
  maskConfiguredSecrets({ text, truncated: false, at: '' }).text;

it.each([
  [
    '            "password" : "pw-needle",',
    '            "password" : "******",',
  ],
  ['"a":1,"sasl.password":"p\\"w-needle"}', '"a":1,"sasl.password":"******"}'],
  ["password: 'needle'", "password: '******'"],
  ['  s3.secret-key=needle next', '  s3.secret-key=****** next'],
  ['{api_key: needle}', '{api_key: ******}'],
])('%j is masked', (text, expected) => {
  expect(mask(text)).toBe(expected);
});

it('leaves other lines alone', () => {
  const text =
    'INFO Password authentication failed for user "x"\n  "table": "t"';
  expect(mask(text)).toBe(text);
  const long = 'a.'.repeat(500_000);
  expect(mask(long)).toBe(long);
});
