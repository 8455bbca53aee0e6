import { crc32 } from 'node:zlib';

const PUBLIC = 0x0001;
/** ACC_PUBLIC and ACC_SUPER. */
const CLASS_FLAGS = 0x0021;

const u1 = (...values: number[]) => Buffer.from(values);
const u2 = (...values: number[]) =>
  Buffer.from(values.flatMap(value => [value >> 8, value & 0xff]));
const u4 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** https://docs.oracle.com/javase/specs/jvms/se8/html/jvms-4.html */
function classFile(path: string): Buffer {
  const constants: Buffer[] = [];
  const constant = (tag: number, content: Buffer) =>
    constants.push(Buffer.concat([u1(tag), content]));
  const text = (value: string) =>
    constant(1, Buffer.concat([u2(value.length), Buffer.from(value)]));
  const classOf = (value: string) => constant(7, u2(text(value)));
  const self = classOf(path);
  const parent = classOf('org/apache/flink/table/functions/ScalarFunction');
  const [init, noArguments, code] = ['<init>', '()V', 'Code'].map(text);
  const [evaluate, signature] = ['eval', '(J)J'].map(text);
  const nameAndType = constant(12, u2(init, noArguments));
  const superInit = constant(10, u2(parent, nameAndType));
  const method = (names: [number, number], instructions: Buffer) => {
    // Four slots of stack, three of variables, no exceptions, no attributes.
    const body = Buffer.concat([
      u2(4, 3),
      u4(instructions.length),
      instructions,
      u2(0, 0),
    ]);
    const head = u2(PUBLIC, ...names, 1, code);
    return Buffer.concat([head, u4(body.length), body]);
  };
  const methods = [
    // aload_0, invokespecial ScalarFunction.<init>, return
    method(
      [init, noArguments],
      Buffer.concat([u1(0x2a, 0xb7), u2(superInit), u1(0xb1)]),
    ),
    // lload_1, lload_1, ladd, lreturn
    method([evaluate, signature], u1(0x1f, 0x1f, 0x61, 0xad)),
  ];
  return Buffer.concat([
    u4(0xcafebabe),
    u2(0, 52),
    u2(constants.length + 1),
    ...constants,
    u2(CLASS_FLAGS, self, parent),
    u2(0, 0, methods.length),
    ...methods,
    u2(0),
  ]);
}

/** One entry, not compressed. */
function zip(name: string, bytes: Buffer): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(bytes.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    common,
    Buffer.from(name),
    bytes,
  ]);
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

/**
 * A jar with one class: a ScalarFunction `long eval(long x)` that answers x + x. No compiler is needed for it, and no bytes that
 * nobody can read are kept.
 *
 * @param name - of the class with its package, e.g. `scaleph.test.Twice`
 */
export function functionJar(name: string): Buffer {
  const path = name.replaceAll('.', '/');
  return zip(`${path}.class`, classFile(path));
}
