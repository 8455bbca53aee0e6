/**
 * Why a connection failed. `authentication`: wrong password or no such user; `tls`: TLS missing or the certificate is not
 * trusted; `too-large`: an answer of more bytes than are read; `aborted`: the caller's signal.
 * @public
 */
export type ConnectionFailure =
  | 'host-not-found'
  | 'not-allowed'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'authentication'
  | 'unknown-database'
  | 'permission'
  | 'busy'
  | 'file'
  | 'too-large'
  | 'aborted'
  | 'other';

/** A connection failed; the message tells a person what to do and holds no secret. @public */
export class ConnectionError extends Error {
  constructor(readonly failure: ConnectionFailure, message: string) {
    super(message);
    this.name = 'ConnectionError';
  }
}
