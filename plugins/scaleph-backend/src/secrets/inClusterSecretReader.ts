import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { get } from 'node:https';
import { join } from 'node:path';
import type { KubernetesSecretReader } from './KubernetesSecretResolver';

const ACCOUNT_DIRECTORY = '/var/run/secrets/kubernetes.io/serviceaccount';
const TIMEOUT_MS = 10_000;
/** etcd keeps nothing larger than 1.5 MiB. */
const LARGEST_ANSWER = 4 * 1024 * 1024;

/**
 * Reads Secrets from the API server of the cluster that the back end runs in,
 * as Kubernetes tells its pods to
 * (https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/). One
 * GET needs no client library. Token and certificate are read each time,
 * because Kubernetes renews them.
 *
 * @internal
 */
export function inClusterSecretReader(
  options: { directory?: string; environment?: NodeJS.ProcessEnv } = {},
): KubernetesSecretReader {
  const { directory = ACCOUNT_DIRECTORY, environment = process.env } = options;
  return async (namespace, name) => {
    const host = environment.KUBERNETES_SERVICE_HOST;
    if (!host) {
      throw new ServiceUnavailableError(
        `Kubernetes Secret "${namespace}/${name}" cannot be read: the back end does not run in a pod (KUBERNETES_SERVICE_HOST is not set)`,
      );
    }
    const [token, ca] = await Promise.all([
      readFile(join(directory, 'token'), 'utf8'),
      readFile(join(directory, 'ca.crt'), 'utf8'),
    ]);
    const { status, body } = await request({
      host,
      port: environment.KUBERNETES_SERVICE_PORT ?? '443',
      path: `/api/v1/namespaces/${encodeURIComponent(
        namespace,
      )}/secrets/${encodeURIComponent(name)}`,
      token: token.trim(),
      ca,
    });
    switch (status) {
      case 200:
        return (
          (JSON.parse(body) as { data?: Record<string, string> }).data ?? {}
        );
      case 404:
        return undefined;
      case 401:
      case 403:
        throw new NotAllowedError(
          `The service account of the back end may not read the Kubernetes Secret "${namespace}/${name}": give it the verb get on it`,
        );
      default:
        throw new ServiceUnavailableError(
          `The Kubernetes API answered ${status} for the Secret "${namespace}/${name}"`,
        );
    }
  };
}

function request(options: {
  host: string;
  port: string;
  path: string;
  token: string;
  ca: string;
}): Promise<{ status: number; body: string }> {
  const { token, ...target } = options;
  return new Promise((resolve, reject) => {
    const call = get(
      {
        ...target,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      response => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', part => {
          body += part;
          if (body.length > LARGEST_ANSWER) call.destroy();
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body }),
        );
        response.on('error', reject);
      },
    );
    call.on('error', error =>
      reject(
        new ServiceUnavailableError(
          `The Kubernetes API at ${target.host}:${target.port} does not answer: ${error.message}`,
        ),
      ),
    );
  });
}
