import { Readable } from 'node:stream';

/**
 * The first line of a stream. Goes on watching the stream: whoever wrote the line keeps it open for as long as the answer is wanted.
 * @param onEnd - called when the stream ends, before the line is whole or after
 * @internal
 */
export function readOrderLine(
  input: Readable,
  onEnd: () => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: string[] = [];
    let whole = false;
    input.setEncoding('utf8');
    input.on('data', (part: string) => {
      if (whole) return;
      const end = part.indexOf('\n');
      if (end < 0) {
        parts.push(part);
        return;
      }
      whole = true;
      parts.push(part.slice(0, end));
      resolve(parts.join(''));
    });
    input.once('error', reject);
    input.once('end', onEnd);
  });
}
