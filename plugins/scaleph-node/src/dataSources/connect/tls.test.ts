import { JsonObject } from '@backstage/types';
import { generate } from 'selfsigned';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { tlsServer } from '../../testing/tlsServer';
import { ConnectionError } from './ConnectionError';
import { connectMysql } from './connectMysql';
import { connectPostgresql } from './connectPostgresql';

const forLocalhost = generate([{ name: 'commonName', value: 'localhost' }], {
  keySize: 2048,
  algorithm: 'sha256',
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
  ],
});
const forAddress = generate([{ name: 'commonName', value: 'address' }], {
  keySize: 2048,
  algorithm: 'sha256',
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
  ],
});

const CONNECT = { postgresql: connectPostgresql, mysql: connectMysql };
const known = getCACertificates('default');

afterEach(() => {
  setDefaultCACertificates(known);
});

/** Whether a server with this certificate was told the user, and why the client gave up. */
async function attempt(
  protocol: keyof typeof CONNECT,
  change: JsonObject,
  certificate = forLocalhost,
  extraFiles?: Record<string, Buffer>,
): Promise<{ told: boolean; error: ConnectionError }> {
  const server = await tlsServer({
    protocol,
    key: certificate.private,
    cert: certificate.cert,
  });
  try {
    const error = await CONNECT[protocol]({
      config: {
        host: 'localhost',
        port: server.port,
        database: 'd',
        user: 'the-user',
        ...change,
      },
      secrets: { password: 'the-password' },
      network: NetworkPolicy.allowAll(),
      extraFiles,
    }).then(
      () => undefined,
      caught => caught as ConnectionError,
    );
    const told = server.told.join().includes('the-user');
    return { told, error: error! };
  } finally {
    await server.stop();
  }
}

describe.each(['postgresql', 'mysql'] as const)('TLS to %s', protocol => {
  it('with require takes any certificate', async () => {
    expect((await attempt(protocol, { ssl: 'require' })).told).toBe(true);
  });

  it('with verify-full tells nothing to a server whose certificate nobody vouches for', async () => {
    const { told, error } = await attempt(protocol, { ssl: 'verify-full' });
    expect(told).toBe(false);
    expect(error.failure).toBe('tls');
    expect(error.message).toContain('the certificate was not accepted');
  });

  it('with verify-full takes a certificate that is vouched for and names the host', async () => {
    setDefaultCACertificates([...known, forLocalhost.cert]);
    const { told } = await attempt(protocol, { ssl: 'verify-full' });
    expect(told).toBe(true);
  });

  it('with verify-full takes a certificate that the file of the data source vouches for', async () => {
    const change = { ssl: 'verify-full' };
    const ca = Buffer.from(forLocalhost.cert);
    const { told } = await attempt(protocol, change, forLocalhost, { ca });
    expect(told).toBe(true);
  });

  it('with verify-full knows no other authority then', async () => {
    setDefaultCACertificates([...known, forLocalhost.cert]);
    const ca = Buffer.from(forAddress.cert);
    const change = { ssl: 'verify-full' };
    const { told, error } = await attempt(protocol, change, forLocalhost, {
      ca,
    });
    expect(told).toBe(false);
    expect(error.failure).toBe('tls');
  });

  it.each<[string, Record<string, Buffer>, RegExp]>([
    ['no certificate', { ca: Buffer.from('nothing') }, /\(ca\) are no PEM/],
    [
      'half of a pair',
      { clientCertificate: Buffer.from(forLocalhost.cert) },
      /"clientKey" is missing/,
    ],
  ])('says what a file is when it is %s', async (_, files, message) => {
    const change = { ssl: 'require' };
    const { told, error } = await attempt(
      protocol,
      change,
      forLocalhost,
      files,
    );
    expect(told).toBe(false);
    expect(error.message).toMatch(message);
  });

  it('with verify-full tells nothing to a server with the certificate of another', async () => {
    setDefaultCACertificates([...known, forAddress.cert]);
    const { told, error } = await attempt(
      protocol,
      { ssl: 'verify-full' },
      forAddress,
    );
    expect(told).toBe(false);
    expect(error.failure).toBe('tls');
  });

  it('with verify-full tells nothing to an address that the certificate does not name', async () => {
    setDefaultCACertificates([...known, forLocalhost.cert]);
    const change = { ssl: 'verify-full', host: '127.0.0.1' };
    const { told, error } = await attempt(protocol, change);
    expect(told).toBe(false);
    expect(error.failure).toBe('tls');
  });
});

it('PostgreSQL is verified by its address where the certificate names that', async () => {
  setDefaultCACertificates([...known, forAddress.cert]);
  const change = { ssl: 'verify-full', host: '127.0.0.1' };
  const { told } = await attempt('postgresql', change, forAddress);
  expect(told).toBe(true);
});
