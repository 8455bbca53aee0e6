import { maskConfiguredSecrets, maskLogins } from './maskConfiguredSecrets';

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
  ['"auth" : "needle",', '"auth" : "******",'],
  [
    '"sasl.jaas.config" : "a.PlainLoginModule required username=\\"u\\" password=\\"needle\\";",',
    '"sasl.jaas.config" : "******",',
  ],
  [
    '"uri" : "mongodb://etl:nee%2Fdle@a:1,b:2/?tls=true"',
    '"uri" : "mongodb://etl:******@a:1,b:2/?tls=true"',
  ],
  [
    'jdbc:mysql://a/b?user=u&password=needle',
    'jdbc:mysql://a/b?user=u&password=******',
  ],
  [
    'jdbc:sqlserver://a;password=needle;x=y',
    'jdbc:sqlserver://a;password=******',
  ],
  ['mongodb://etl:nee@d@le@a:1/x@y', 'mongodb://etl:******@a:1/x@y'],
  [
    '{Accept=a, Authorization=Basic bmVlZGxl}',
    '{Accept=a, Authorization=******}',
  ],
  [
    '"ssl.keystore.key" : "-----BEGIN PRIVATE KEY-----\\nneedle\\n"',
    '"ssl.keystore.key" : "******"',
  ],
])('%j is masked', (text, expected) => {
  expect(mask(text)).toBe(expected);
});

it('leaves other lines alone', () => {
  const text =
    'INFO Password authentication failed for user "x"\n  "table": "t", "author": "a", http://a:80/b@c';
  expect(mask(text)).toBe(text);
  const long = 'a.'.repeat(500_000);
  expect(mask(long)).toBe(long);
});

it('masks passwords in URIs of other texts alone', () => {
  expect(
    maskLogins('Cannot reach mongodb://etl:n33dle@db:1/?x=y, token: none'),
  ).toBe('Cannot reach mongodb://etl:******@db:1/?x=y, token: none');
});
