import { maskConfiguration } from './maskConfiguration';

describe('maskConfiguration', () => {
  it.each([
    ['s3.secret-key', 'abc', '******'],
    ['s3.access-key', 'abc', '******'],
    ['s3.access.key', 'abc', '******'],
    ['fs.azure.account.key.shop.blob.core.windows.net', 'abc', '******'],
    ['security.ssl.rest.keystore-password', 'abc', '******'],
    ['metrics.reporter.dd.apikey', 'abc', '******'],
    ['flink.hadoop.security.delegation.TOKEN', 'abc', '******'],
    ['rest.client.headers.Authorization', 'abc', '******'],
    ['java.security.auth.sasl.jaas.config', 'abc', '******'],
    ['taskmanager.numberOfTaskSlots', '4', '4'],
    ['state.checkpoints.dir', 's3://b/c', 's3://b/c'],
    ['metrics.url', 'http://u:p@host/x', 'http://u:******@host/x'],
    [
      'env.java.opts.all',
      '-Xmx1g -Djavax.net.ssl.trustStorePassword=abc -Da=b --token=t',
      '-Xmx1g -Djavax.net.ssl.trustStorePassword=****** -Da=b --token=******',
    ],
    ['x', "-Da='b c' '-Dpassword=x'", "-Da='b c' '-Dpassword=******"],
    ['x', '[--password=x', '[--password=******'],
  ])('%s: %s is shown as %s', (key, value, shown) => {
    expect(maskConfiguration([{ key, value }])).toEqual([
      { key, value: shown },
    ]);
  });

  it.each([
    ['dashes', '--'.repeat(200_000)],
    ['options without a value', '-D'.repeat(200_000)],
    ['a quote without an end', `${'-Da="'.repeat(100_000)}`],
    ['options behind commas', ',--'.repeat(100_000)],
    ['slashes', '//'.repeat(200_000)],
    ['users without a host', '//a:'.repeat(100_000)],
    ['one long key', `-D${'k'.repeat(400_000)}`],
  ])('looks at %s once', (_, value) => {
    expect(maskConfiguration([{ key: 'x', value }])).toHaveLength(1);
  });
});
