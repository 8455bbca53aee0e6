import { canonicalHost, embeddedIpv4 } from './canonicalHost';

describe('canonicalHost', () => {
  test.each([
    ['DB.Example.COM', 'db.example.com'],
    ['db.example.com.', 'db.example.com'],
    ['my_db', 'my_db'],
    ['straße.de', 'xn--strae-oqa.de'],
    ['10.0.0.5', '10.0.0.5'],
    ['2852039166', '169.254.169.254'],
    ['0xA9FEA9FE', '169.254.169.254'],
    ['0251.0376.0251.0376', '169.254.169.254'],
    ['169.254.43518', '169.254.169.254'],
    ['169.254.169.254.', '169.254.169.254'],
    ['１６９.254.169.254', '169.254.169.254'],
    ['[::1]', '::1'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['::ffff:169.254.169.254', '::ffff:a9fe:a9fe'],
    ['2001:DB8::A', '2001:db8::a'],
  ])('%s is %s', (host, canonical) => {
    expect(canonicalHost(host)).toBe(canonical);
  });

  test.each([
    '',
    '.',
    'db..com',
    'a b',
    'http://db',
    'db:5432',
    'user@db',
    '/var/run/postgresql',
    'db/../x',
    '-db',
    'db\0.com',
    '999.1.1.1',
    '[::1',
  ])('%j is no host', host => {
    expect(() => canonicalHost(host)).toThrow('is neither a host name nor');
  });

  test.each(['fe80::1%eth0', '[fe80::1%25eth0]', '::1%lo'])(
    '%s has a zone',
    host => {
      expect(() => canonicalHost(host)).toThrow('names an IPv6 zone');
    },
  );
});

describe('embeddedIpv4', () => {
  test.each([
    ['::ffff:169.254.169.254', '169.254.169.254'],
    ['::169.254.169.254', '169.254.169.254'],
    ['64:ff9b::a9fe:a9fe', '169.254.169.254'],
    ['2002:a9fe:a9fe::1', '169.254.169.254'],
    ['2001:db8::a9fe:a9fe', undefined],
    ['1:2:3:4:5:6:7:8', undefined],
  ])('%s leads to %s', (address, ipv4) => {
    expect(embeddedIpv4(address)).toBe(ipv4);
  });
});
