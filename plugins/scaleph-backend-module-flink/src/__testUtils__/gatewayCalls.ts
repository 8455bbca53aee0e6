import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { Recording } from './recordings';

export type GatewayCall = (
  client: SqlGatewayClient,
  ids: string[],
  it: Recording,
) => Promise<unknown>;

interface Body {
  statement: string;
  sessionName?: string;
  properties?: Record<string, string>;
  executionConfig?: Record<string, string>;
  position: number;
}

const bodyOf = ({ body }: Recording) => body as Body;

/** What asks for each path, below the version. */
export const GATEWAY_CALLS: readonly [string, RegExp, GatewayCall][] = [
  [
    'POST',
    /^\/sessions$/,
    (client, _, it) =>
      client.openSession({
        name: bodyOf(it).sessionName,
        properties: bodyOf(it).properties,
      }),
  ],
  ['GET', /^\/sessions\/([^/]+)$/, (client, [id]) => client.sessionConfig(id)],
  [
    'DELETE',
    /^\/sessions\/([^/]+)$/,
    (client, [id]) => client.closeSession(id),
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/configure-session$/,
    (client, [id], it) => client.configureSession(id, bodyOf(it).statement),
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/heartbeat$/,
    (client, [id]) => client.heartbeat(id),
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/statements$/,
    (client, [id], it) =>
      client.submit(id, bodyOf(it).statement, {
        executionConfig: bodyOf(it).executionConfig,
      }),
  ],
  [
    'GET',
    /^\/sessions\/([^/]+)\/complete-statement$/,
    (client, [id], it) =>
      client.complete(id, bodyOf(it).statement, bodyOf(it).position),
  ],
  [
    'GET',
    /^\/sessions\/([^/]+)\/operations\/([^/]+)\/status$/,
    (client, [id, operation]) => client.status(id, operation),
  ],
  [
    'GET',
    /^\/sessions\/([^/]+)\/operations\/([^/]+)\/result\/(\d+)$/,
    (client, [id, operation, token]) =>
      client.fetch(id, operation, Number(token)),
  ],
  [
    'POST',
    /^\/sessions\/([^/]+)\/operations\/([^/]+)\/cancel$/,
    (client, [id, operation]) => client.cancel(id, operation),
  ],
  [
    'DELETE',
    /^\/sessions\/([^/]+)\/operations\/([^/]+)\/close$/,
    (client, [id, operation]) => client.closeOperation(id, operation),
  ],
];
