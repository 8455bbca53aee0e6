import { Socket } from 'node:net';

/** Bytes of a packet's head, which stands before the options. */
const HEAD = 8;
const ENCRYPTION = 1;
const END = 0xff;
/** ENCRYPT_ON and ENCRYPT_REQ. */
const ENCRYPTED = [1, 3];

/**
 * Destroys the socket when the first thing that the server says is that it has no encryption. The driver would go on without, and send the password
 * to whoever answered in the server's place. See [MS-TDS] 2.2.6.5, PRELOGIN.
 * @internal
 */
export function requireTdsEncryption(socket: Socket): void {
  let seen = Buffer.alloc(0);
  const push = socket.push.bind(socket);
  socket.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk === null) return push(chunk);
    seen = Buffer.concat([seen, chunk]);
    const isWhole = seen.length >= HEAD && seen.length >= seen.readUInt16BE(2);
    if (!isWhole) return true;
    socket.push = push;
    if (ENCRYPTED.includes(encryptionOf(seen.subarray(HEAD)))) {
      return push(seen, encoding);
    }
    socket.destroy(
      Object.assign(new Error('The server offers no encryption.'), {
        code: 'EENCRYPT',
      }),
    );
    return false;
  };
}

/** -1 where it is not told. */
function encryptionOf(options: Buffer): number {
  for (let at = 0; at + 4 < options.length; at += 5) {
    if (options[at] === END) break;
    if (options[at] === ENCRYPTION)
      return options[options.readUInt16BE(at + 1)];
  }
  return -1;
}
