import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { inClusterSecretReader } from './inClusterSecretReader';
import { KubernetesSecretResolver } from './KubernetesSecretResolver';

const account = createMockDirectory();
const certificate = generate([{ name: 'commonName', value: 'kubernetes' }], {
  keySize: 2048,
  algorithm: 'sha256',
  extensions: [
    { name: 'basicConstraints', cA: true },
    { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
  ],
});

/** Answers over TLS as the API server does, to the one token that it knows. */
const server = createServer(
  { key: certificate.private, cert: certificate.cert },
  (request, response) => {
    const answers: Record<string, [number, object]> = {
      '/api/v1/namespaces/data/secrets/warehouse': [
        200,
        {
          kind: 'Secret',
          data: { password: Buffer.from('p ä ss').toString('base64') },
        },
      ],
      '/api/v1/namespaces/data/secrets/empty': [200, { kind: 'Secret' }],
      '/api/v1/namespaces/data/secrets/forbidden': [403, {}],
    };
    const known = request.headers.authorization === 'Bearer the-token';
    const [status, body] = known
      ? answers[request.url ?? ''] ?? [404, {}]
      : [401, {}];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  },
);

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await once(server, 'close');
});
beforeEach(() => {
  account.setContent({ token: 'the-token\n', 'ca.crt': certificate.cert });
});

function resolver() {
  return new KubernetesSecretResolver({
    allowed: ['data/warehouse', 'data/none', 'data/empty', 'data/forbidden'],
    read: inClusterSecretReader({
      directory: account.path,
      environment: {
        KUBERNETES_SERVICE_HOST: '127.0.0.1',
        KUBERNETES_SERVICE_PORT: String((server.address() as AddressInfo).port),
      },
    }),
  });
}

function secret(name: string, key = 'password', namespace = 'data') {
  return { kubernetesSecret: { namespace, name, key } };
}

describe('KubernetesSecretResolver', () => {
  it('reads a Secret with the token of the pod', async () => {
    await expect(resolver().resolve(secret('warehouse'))).resolves.toBe(
      'p ä ss',
    );
  });

  test.each([
    ['a Secret that is missing', secret('none'), 'does not exist'],
    ['a key that is missing', secret('warehouse', 'user'), 'no key "user"'],
    ['a key of every object', secret('warehouse', 'toString'), 'no key'],
    ['a Secret without data', secret('empty'), 'no key "password"'],
    ['a role that is missing', secret('forbidden'), 'give it the verb get'],
    [
      'another namespace',
      secret('warehouse', 'password', 'kube-system'),
      'not in scaleph.secrets.kubernetes.allow',
    ],
    ['a Secret that is not allowed', secret('other'), 'may not be used'],
  ])('says what is wrong with %s', async (_, reference, message) => {
    await expect(resolver().resolve(reference)).rejects.toThrow(message);
  });

  it('checks what may be saved without asking the API', async () => {
    await expect(resolver().check(secret('none'))).resolves.toBeUndefined();
    await expect(resolver().check(secret('other'))).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('reads a renewed token', async () => {
    account.addContent({ token: 'stale' });
    await expect(resolver().resolve(secret('warehouse'))).rejects.toThrow(
      'service account',
    );
    account.addContent({ token: 'the-token' });
    await expect(resolver().resolve(secret('warehouse'))).resolves.toBe(
      'p ä ss',
    );
  });

  it('does not talk to a server with another certificate', async () => {
    const other = generate([{ name: 'commonName', value: 'other' }], {
      keySize: 2048,
      algorithm: 'sha256',
    });
    account.addContent({ 'ca.crt': other.cert });
    await expect(resolver().resolve(secret('warehouse'))).rejects.toThrow(
      'does not answer',
    );
  });

  it('says that it is not in a pod', async () => {
    const outside = new KubernetesSecretResolver({
      allowed: ['data/warehouse'],
      read: inClusterSecretReader({ environment: {} }),
    });
    await expect(outside.resolve(secret('warehouse'))).rejects.toThrow(
      'does not run in a pod',
    );
  });

  it('allows nothing by default, and wants whole names', async () => {
    const byDefault = KubernetesSecretResolver.fromConfig(
      mockServices.rootConfig(),
    );
    await expect(byDefault.check(secret('warehouse'))).rejects.toThrow(
      'may not be used',
    );
    const allow = ['data/*'];
    expect(() =>
      KubernetesSecretResolver.fromConfig(
        mockServices.rootConfig({
          data: { scaleph: { secrets: { kubernetes: { allow } } } },
        }),
      ),
    ).toThrow('write namespace/name, without patterns');
  });
});
