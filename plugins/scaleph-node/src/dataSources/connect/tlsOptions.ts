import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { ConnectionError } from './ConnectionError';
import { messageOf } from './messageOf';
import { SslMode } from './serverConfig';

/** PEM files of a connection with TLS, by name. @internal */
export interface TlsMaterial {
  ca?: Buffer;
  clientCertificate?: Buffer;
  clientKey?: Buffer;
}

/** What node:tls is told. @internal */
export interface TlsOptions {
  rejectUnauthorized: boolean;
  ca?: Buffer;
  cert?: Buffer;
  key?: Buffer;
}

/** Undefined for a connection without TLS. Throws ConnectionError for files that are none of their kind. @internal */
export function tlsOptions(
  ssl: SslMode,
  files: TlsMaterial = {},
): TlsOptions | undefined {
  if (ssl === 'disable') return undefined;
  const { ca, clientCertificate: cert, clientKey: key } = files;
  if (Boolean(cert) !== Boolean(key)) {
    throw new ConnectionError(
      'tls',
      `The file "${
        cert ? 'clientKey' : 'clientCertificate'
      }" is missing: a client certificate and its key go together`,
    );
  }
  try {
    // A context takes an authority that is none without a word.
    if (ca) assertCertificate(ca);
    createSecureContext({ ca, cert, key });
  } catch (error) {
    throw new ConnectionError(
      'tls',
      `The files of the connection (${Object.keys(files).join(
        ', ',
      )}) are no PEM files that fit together: ${messageOf(error)}`,
    );
  }
  return {
    rejectUnauthorized: ssl === 'verify-full',
    ...(ca && { ca }),
    ...(cert && { cert, key }),
  };
}

function assertCertificate(pem: Buffer) {
  if (!new X509Certificate(pem).subject) {
    throw new Error('the authority has no name');
  }
}
