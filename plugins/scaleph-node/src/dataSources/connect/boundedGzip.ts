import { promisify } from 'node:util';
import { gzip, unzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(unzip);

/**
 * GZIP for kafkajs, whose own unpacks whatever comes: whoever may write to a topic could fill the memory with a batch of some megabytes.
 * @param most - bytes that a batch may have unpacked
 * @internal
 */
export function boundedGzip(most: number) {
  return {
    compress: ({ buffer }: { buffer: Buffer }) => pack(buffer),
    decompress: async (buffer: Buffer) => {
      try {
        return await unpack(buffer, { maxOutputLength: most });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ERR_BUFFER_TOO_LARGE') throw error;
        throw new Error(
          `A batch of records has more than ${most} bytes unpacked, and is not read`,
        );
      }
    },
  };
}
