/** The content of a file, bit by bit. */
export async function* bytes(
  ...parts: (string | Buffer)[]
): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}
