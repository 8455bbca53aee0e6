import { JsonObject } from '@backstage/types';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { ReceiveLimit } from './ReceiveLimit';

/** @public */
export interface ConnectServerOptions {
  /** Valid by the schema of the data source type. */
  config: JsonObject;
  /** `password`, where there is one. */
  secrets: Record<string, string>;
  network: NetworkPolicy;
  /** `ca`, `clientCertificate` and `clientKey`, where they are set. */
  extraFiles?: Record<string, Buffer>;
  /** Closes the connection whenever it aborts, also after it was made. */
  signal?: AbortSignal;
  /** Closes the connection when more than that arrives. */
  received?: ReceiveLimit;
  /** What the server is called in messages, of those that speak another's protocol. */
  product?: string;
  /** As the server shows it in its list of sessions; default `scaleph`. */
  applicationName?: string;
  /** For the connection to be made, in milliseconds; default 10,000. */
  timeoutMs?: number;
}
