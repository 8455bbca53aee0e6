import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';

/** A server that users register, and how to reach it. @public */
export interface HttpTarget {
  /** What it is, for messages: `Flink`, `SQL Gateway`. */
  product: string;
  /** `http(s)://host[:port][/prefix]`, without user, query and fragment. */
  url: string;
  network: NetworkPolicy;
  tls?: {
    /** Certificates of the authorities to trust, PEM; those of Node.js when absent. */
    ca?: string;
    /** Takes any certificate. Default false. */
    insecureSkipVerify?: boolean;
  };
  /** Sent with every request; the value is a secret. */
  header?: { name: string; value: string };
  /** Default 5 s. */
  connectTimeoutMs?: number;
  /** For a whole answer, unless a request says otherwise. Default 20 s. */
  timeoutMs?: number;
}
