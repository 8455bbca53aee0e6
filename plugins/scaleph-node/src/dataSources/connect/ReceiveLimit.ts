import { Socket } from 'node:net';

/** How often it is looked, in milliseconds. */
const EVERY_MS = 20;

/**
 * How many bytes may arrive over the connections of one look into a data source. What cannot be cut on the server, such as an array of a million
 * numbers, ends here before it fills the memory.
 * @public
 */
export class ReceiveLimit {
  private received = 0;

  constructor(
    /** Bytes. */
    readonly limit: number,
  ) {}

  /** Whether more wanted to come. */
  get isExceeded(): boolean {
    return this.received > this.limit;
  }

  /** Bytes that have arrived. */
  get bytes(): number {
    return this.received;
  }

  /** Counts what has arrived. Throws when it is too much. */
  add(bytes: number): void {
    this.received += bytes;
    if (this.isExceeded) throw this.error();
  }

  /** Destroys the socket as soon as too much has arrived over it, with TLS or without. */
  watch(socket: Socket): void {
    let seen = 0;
    const look = () => {
      this.received += socket.bytesRead - seen;
      seen = socket.bytesRead;
      if (this.isExceeded) socket.destroy(this.error());
    };
    // Listeners of the socket's data would take them from the driver, and TLS reads below the socket.
    const timer = setInterval(look, EVERY_MS);
    timer.unref();
    socket.once('close', () => clearInterval(timer));
  }

  private error(): Error {
    return Object.assign(
      new Error(`More than ${this.limit} bytes were on their way`),
      { code: 'ETOOMUCH' },
    );
  }
}
