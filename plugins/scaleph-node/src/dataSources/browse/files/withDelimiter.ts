import { JsonObject } from '@backstage/types';
import { open } from 'node:fs/promises';
import { guessDelimiter } from './fileFormat';

const LOOKED_AT = 16 * 1024;

/** The options for a CSV file, with what its fields are parted by as its first line has it. @internal */
export async function withDelimiter(
  options: JsonObject,
  file: string,
): Promise<JsonObject> {
  const isOpen =
    options.file_format_type === 'csv' && options.field_delimiter === undefined;
  if (!isOpen || /\.gz$/i.test(file)) return options;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(LOOKED_AT),
      position: 0,
    });
    const beginning = buffer.toString('utf8', 0, bytesRead);
    return { ...options, field_delimiter: guessDelimiter(beginning) };
  } finally {
    await handle.close();
  }
}
