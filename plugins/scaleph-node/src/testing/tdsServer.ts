import { AddressInfo, createServer, Socket } from 'node:net';

/** What a batch is answered: rows of texts, or an error. */
export type TdsAnswer =
  | { columns: string[]; rows: (string | null)[][] }
  | { error: { number: number; message: string; line: number } }
  | 'never';

const [BATCH, ATTENTION, LOGIN, PRELOGIN] = [0x01, 0x06, 0x10, 0x12];

/**
 * The part of a SQL Server that speaks TDS 7.4 without TLS, by hand from [MS-TDS]: login and batches. It stands in for one, which no
 * registry has; it shows that we speak the protocol, not that T-SQL is right.
 */
export async function tdsServer(options: {
  password: string;
  database: string;
  answer: (statement: string) => TdsAnswer;
}) {
  const batches: string[] = [];
  const seen = { attentions: 0, connections: 0, logins: 0 };
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    seen.connections += 1;
    socket.on('error', () => {});
    let bytes = Buffer.alloc(0);
    let message = Buffer.alloc(0);
    socket.on('data', chunk => {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= 8 && bytes.length >= bytes.readUInt16BE(2)) {
        const length = bytes.readUInt16BE(2);
        const [type, status] = bytes;
        message = Buffer.concat([message, bytes.subarray(8, length)]);
        bytes = bytes.subarray(length);
        if ((status & 1) === 0) continue;
        const reply = answerTo(type, message);
        message = Buffer.alloc(0);
        if (reply) socket.write(packet(reply));
      }
    });
  });

  function answerTo(type: number, message: Buffer): Buffer | undefined {
    switch (type) {
      case PRELOGIN:
        return prelogin();
      case LOGIN:
        seen.logins += 1;
        return login(message);
      case ATTENTION:
        seen.attentions += 1;
        return done(0x20);
      case BATCH: {
        // All headers come first; their length is told.
        const statement = message
          .subarray(message.readUInt32LE(0))
          .toString('utf16le');
        // What the driver sets for each session.
        if (statement.startsWith('set ansi_nulls')) return done(0);
        batches.push(statement);
        const answer = options.answer(statement);
        return answer === 'never' ? undefined : toTokens(answer);
      }
      default:
        throw new Error(`No answer to packet ${type}`);
    }
  }

  function login(message: Buffer): Buffer {
    const field = (at: number) =>
      message.subarray(
        message.readUInt16LE(at),
        message.readUInt16LE(at) + message.readUInt16LE(at + 2) * 2,
      );
    // Each byte with its halves exchanged, and XOR 0xA5.
    const password = Buffer.from(
      field(44).map(byte => {
        const plain = byte ^ 0xa5;
        return ((plain << 4) | (plain >> 4)) & 0xff;
      }),
    ).toString('utf16le');
    if (password !== options.password) {
      return Buffer.concat([
        failure({
          number: 18456,
          message: "Login failed for user 'sa'.",
          line: 1,
        }),
        done(0x02),
      ]);
    }
    const database = field(68).toString('utf16le');
    if (database !== options.database) {
      return Buffer.concat([
        failure({
          number: 4060,
          message: `Cannot open database "${database}" requested by the login. The login failed.`,
          line: 1,
        }),
        done(0x02),
      ]);
    }
    const name = byteText('Microsoft SQL Server');
    const body = Buffer.concat([
      Buffer.from([1, 0x74, 0, 0, 4]),
      name,
      Buffer.from([16, 0, 0, 1]),
    ]);
    return Buffer.concat([token(0xad, body), done(0)]);
  }

  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    batches,
    seen,
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}

function packet(body: Buffer): Buffer {
  const head = Buffer.from([4, 1, 0, 0, 0, 0, 1, 0]);
  const size = 4_088;
  const parts: Buffer[] = [];
  for (let at = 0; at === 0 || at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    const own = Buffer.from(head);
    own[1] = at + size >= body.length ? 1 : 0;
    own.writeUInt16BE(part.length + 8, 2);
    parts.push(own, part);
  }
  return Buffer.concat(parts);
}

/** VERSION, and ENCRYPTION not supported. */
function prelogin(): Buffer {
  return Buffer.from([
    ...[0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff],
    ...[16, 0, 3, 232, 0, 0, 2],
  ]);
}

function toTokens(answer: Exclude<TdsAnswer, 'never'>): Buffer {
  if ('error' in answer) {
    return Buffer.concat([failure(answer.error), done(0x02)]);
  }
  const { columns, rows } = answer;
  if (columns.length === 0) return done(0x10, 1);
  const count = Buffer.alloc(2);
  count.writeUInt16LE(columns.length);
  const metadata = columns.map(name =>
    Buffer.concat([
      // User type, flags (may be NULL), NVARCHAR of 4,000 letters, a collation.
      Buffer.from([0, 0, 0, 0, 1, 0, 0xe7, 0x40, 0x1f, 9, 4, 0xd0, 0, 0x34]),
      byteText(name),
    ]),
  );
  const cells = rows.map(row =>
    Buffer.concat([Buffer.from([0xd1]), ...row.map(toCell)]),
  );
  return Buffer.concat([
    Buffer.from([0x81]),
    count,
    ...metadata,
    ...cells,
    done(0x10, rows.length),
  ]);
}

function toCell(value: string | null): Buffer {
  return value === null ? Buffer.from([0xff, 0xff]) : shortText(value, 2);
}

function failure(error: { number: number; message: string; line: number }) {
  const number = Buffer.alloc(6);
  number.writeInt32LE(error.number);
  number.set([1, 16], 4);
  const line = Buffer.alloc(4);
  line.writeUInt32LE(error.line);
  return token(
    0xaa,
    Buffer.concat([
      number,
      shortText(error.message, 1),
      byteText('server'),
      byteText(''),
      line,
    ]),
  );
}

function token(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(3);
  head[0] = type;
  head.writeUInt16LE(body.length, 1);
  return Buffer.concat([head, body]);
}

function done(status: number, count = 0): Buffer {
  const bytes = Buffer.alloc(13);
  bytes[0] = 0xfd;
  bytes.writeUInt16LE(status, 1);
  bytes.writeUInt32LE(count, 5);
  return bytes;
}

/** Its length in letters, of one byte. */
function byteText(text: string): Buffer {
  return Buffer.concat([
    Buffer.from([text.length]),
    Buffer.from(text, 'utf16le'),
  ]);
}

/** Its length in two bytes: in letters, or in bytes. */
function shortText(text: string, unit: 1 | 2): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16LE(text.length * unit);
  return Buffer.concat([head, Buffer.from(text, 'utf16le')]);
}
