import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { HttpClient } from './HttpClient';
import { HttpTarget } from './HttpTarget';

const network = NetworkPolicy.allowAll();
const certificate = generate([{ name: 'commonName', value: 'localhost' }], {
  keySize: 2048,
  algorithm: 'sha256',
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
  ],
});

/** What a server with this certificate answers, and whether it was told the secret. */
async function ask(host: string, tls: HttpTarget['tls']) {
  const told: unknown[] = [];
  const { private: key, cert } = certificate;
  const server = createServer({ key, cert }, (request, response) => {
    told.push(request.headers.authorization);
    response.end('{}');
  });
  server.on('tlsClientError', () => {}); // A client that does not trust us leaves rudely.
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new HttpClient({
    product: 'Flink',
    url: `https://${host}:${port}`,
    network,
    tls,
    header: { name: 'Authorization', value: 'Bearer secret' },
  });
  try {
    const answer = await client.json({ method: 'GET', path: '/' });
    return { answer, told };
  } catch (error) {
    return { error, told };
  } finally {
    client.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

const told = ['Bearer secret'];

describe('HttpClient with TLS', () => {
  it('trusts the authority that it was given', async () => {
    const tls = { ca: certificate.cert };
    await expect(ask('localhost', tls)).resolves.toEqual({ answer: {}, told });
  });

  test.each<[string, string, HttpTarget['tls']]>([
    ['an unknown authority', 'localhost', undefined],
    ['another name', '127.0.0.1', { ca: certificate.cert }],
  ])('tells nothing to a server with %s', async (_, host, tls) => {
    await expect(ask(host, tls)).resolves.toEqual({
      told: [],
      error: expect.objectContaining({ failure: 'tls', retryable: false }),
    });
  });

  it('takes any certificate when it is told to', async () => {
    const tls = { insecureSkipVerify: true };
    await expect(ask('127.0.0.1', tls)).resolves.toEqual({ answer: {}, told });
  });
});
