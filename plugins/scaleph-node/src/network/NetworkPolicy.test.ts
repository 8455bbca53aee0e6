import { mockServices } from '@backstage/backend-test-utils';
import { NetworkPolicy } from './NetworkPolicy';

describe('NetworkPolicy', () => {
  const all = NetworkPolicy.allowAll();

  test.each([
    '169.254.169.254',
    '169.254.169.254.',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '::ffff:169.254.169.254',
    '[::ffff:a9fe:a9fe]',
    '::169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::',
    'fe80::1',
    'fd00:ec2::254',
    '100.100.100.200',
    '168.63.129.16',
    '0.0.0.0',
    '0',
    '::',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
  ])('never lets anybody reach %s', async host => {
    await expect(all.resolve(host)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('data sources may not reach'),
    });
  });

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['10.1.2.3', '10.1.2.3'],
    ['::1', '::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('lets %s be reached by default', async (host, address) => {
    await expect(all.resolve(host)).resolves.toBe(address);
  });

  it('resolves a name to all its addresses', async () => {
    const { name, addresses } = await all.resolveAll('LOCALHOST.');
    expect(name).toBe('localhost');
    expect(addresses.length).toBeGreaterThan(0);
    for (const { address } of addresses) {
      expect(['127.0.0.1', '::1']).toContain(address);
    }
  });

  it('says that a name has no address', async () => {
    await expect(all.resolve('no-such-host.invalid')).rejects.toThrow(
      /Host "no-such-host.invalid" has no address/,
    );
  });

  describe('with allowed hosts', () => {
    const policy = NetworkPolicy.of({
      allowedHosts: ['127.0.0.1', 'Localhost', '*.example.com'],
    });

    test.each(['127.0.0.1', '2130706433', '0x7f.1', 'LOCALHOST', 'localhost.'])(
      'allows %s',
      async host => {
        await expect(policy.resolve(host)).resolves.toMatch(/^(127|::1)/);
      },
    );

    test.each([
      '127.0.0.2',
      'example.com',
      'evilexample.com',
      'localhost.evil.com',
      '::ffff:127.0.0.1',
    ])('refuses %s', async host => {
      await expect(policy.resolve(host)).rejects.toThrow(
        `Host "${host}" is not in scaleph.network.allowedHosts`,
      );
    });
  });

  it('denies the configured ranges, in IPv6 form too', async () => {
    const policy = NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8', '::1'] });
    for (const host of ['127.0.0.1', '::ffff:127.1.2.3', '::1', 'localhost']) {
      await expect(policy.resolve(host)).rejects.toThrow('may not reach');
    }
    await expect(policy.resolve('10.0.0.1')).resolves.toBe('10.0.0.1');
  });

  test.each(['10.0.0.0/33', 'ten', '10.0.0.0/', '::/129', '10.0.0.0/8.5'])(
    'refuses the range %s when it is made',
    range => {
      expect(() => NetworkPolicy.of({ deniedRanges: [range] })).toThrow(
        `"${range}" is no range`,
      );
    },
  );

  it('goes through JSON, for a worker process', async () => {
    const text = JSON.stringify(
      NetworkPolicy.of({ allowedHosts: ['db'], deniedRanges: ['10.0.0.0/8'] }),
    );
    const copy = NetworkPolicy.of(JSON.parse(text));
    await expect(copy.resolve('other')).rejects.toThrow('allowedHosts');
    expect(JSON.stringify(copy)).toBe(text);
  });

  it('reads the configuration', async () => {
    const policy = NetworkPolicy.fromConfig(
      mockServices.rootConfig({
        data: { scaleph: { network: { allowedHosts: ['10.0.0.1'] } } },
      }),
    );
    await expect(policy.resolve('10.0.0.1')).resolves.toBe('10.0.0.1');
    await expect(policy.resolve('10.0.0.2')).rejects.toThrow('allowedHosts');
  });
});
