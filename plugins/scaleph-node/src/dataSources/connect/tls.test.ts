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

describe.each(['postgresql', 'mysql'] as const)('TLS to %s', protocol => {
  const connect = protocol === 'mysql' ? connectMysql : connectPostgresql;
  const known = getCACertificates('default');

  afterEach(() => {
    setDefaultCACertificates(known);
  });

  /** What a server with this certificate was told, and why the client gave up. */
  async function attempt(
    change: JsonObject,
    certificate = forLocalhost,
  ): Promise<{ told: boolean; error: ConnectionError }> {
    await using server = await tlsServer({
      protocol,
      key: certificate.private,
      cert: certificate.cert,
    });
    const error = await connect({
      config: {
        host: 'localhost',
        port: server.port,
        database: 'd',
        user: 'the-user',
        ...change,
      },
      secrets: { password: 'the-password' },
      network: NetworkPolicy.allowAll(),
    }).then(
      () => undefined,
      caught => caught as ConnectionError,
    );
    const told = server.told.join().includes('the-user');
    return { told, error: error! };
  }

  it('with require takes any certificate', async () => {
    expect((await attempt({ ssl: 'require' })).told).toBe(true);
  });

  it('with verify-full tells nothing to a server whose certificate nobody vouches for', async () => {
    const { told, error } = await attempt({ ssl: 'verify-full' });
    expect(told).toBe(false);
    expect(error.failure).toBe('tls');
    expect(error.message).toContain('the certificate was not accepted');
  });

  it('with verify-full takes a certificate that is vouched for and names the host', async () => {
    setDefaultCACertificates([...known, forLocalhost.cert]);
    expect((await attempt({ ssl: 'verify-full' })).told).toBe(true);
  });

  it('with verify-full tells nothing to a server with the certificate of another', async () => {
    setDefaultCACertificates([...known, forAddress.cert]);
    const { told, error } = await attempt({ ssl: 'verify-full' }, forAddress);
    expect(told).toBe(false);
    expect(error.failure).toBe('tls');
  });

  it('with verify-full tells nothing to an address that the certificate does not name', async () => {
    setDefaultCACertificates([...known, forLocalhost.cert]);
    const { told, error } = await attempt({
      ssl: 'verify-full',
      host: '127.0.0.1',
    });
    expect(told).toBe(false);
    expect(error.failure).toBe('tls');
  });
});

it('verifies an address by the addresses of a certificate', async () => {
  const known = getCACertificates('default');
  setDefaultCACertificates([...known, forAddress.cert]);
  await using server = await tlsServer({
    protocol: 'postgresql',
    key: forAddress.private,
    cert: forAddress.cert,
  });
  await expect(
    connectPostgresql({
      config: {
        host: '127.0.0.1',
        port: server.port,
        database: 'd',
        user: 'the-user',
        ssl: 'verify-full',
      },
      secrets: {},
      network: NetworkPolicy.allowAll(),
    }),
  ).rejects.toThrow('closed the connection');
  setDefaultCACertificates(known);
  expect(server.told.join()).toContain('the-user');
});
