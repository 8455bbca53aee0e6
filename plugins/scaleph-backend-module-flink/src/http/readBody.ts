import { IncomingMessage } from 'node:http';
import { FlinkUnavailableError } from './FlinkUnavailableError';

/** The text of an answer. Throws FlinkUnavailableError when it is longer than `maxBytes` or was cut off. @internal */
export async function readBody(
  response: IncomingMessage,
  options: { maxBytes: number; what: string },
): Promise<string> {
  const { maxBytes, what } = options;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      length += (chunk as Buffer).length;
      if (length > maxBytes) throw tooLarge(what, maxBytes);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ECONNRESET'
      ? new FlinkUnavailableError('bad-answer', `${what}: it was cut off`)
      : error;
  }
  return Buffer.concat(chunks, length).toString('utf8');
}

function tooLarge(what: string, maxBytes: number): FlinkUnavailableError {
  const limit =
    maxBytes < 1024 * 1024
      ? `${Math.ceil(maxBytes / 1024)} KiB`
      : `${Math.floor(maxBytes / 1024 / 1024)} MiB`;
  return new FlinkUnavailableError(
    'bad-answer',
    `${what}: it has more than ${limit}`,
  );
}
