import { InputError } from '@backstage/errors';
import { randomBytes } from 'node:crypto';
import { RequestBody } from './openRequest';

/** A file that is sent bit by bit. @public */
export interface UploadFile {
  /** Without a directory. */
  name: string;
  /** MIME type. */
  type: string;
  /** Bytes, when known: it is sent in chunks otherwise. */
  size?: number;
  content: AsyncIterable<Uint8Array>;
}

/** The body of a form with one file. Throws InputError for a name that is a path or cannot be quoted. @internal */
export function multipart(file: UploadFile): RequestBody {
  if (!/^[^/\\"\p{Cc}]{1,255}$/u.test(file.name)) {
    throw new InputError(
      `${JSON.stringify(file.name)} cannot be the name of an uploaded file`,
    );
  }
  const boundary = `scaleph-${randomBytes(16).toString('hex')}`;
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="jarfile"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const length =
    file.size === undefined
      ? undefined
      : String(head.length + file.size + tail.length);
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(length ? { 'content-length': length } : {}),
    },
    content: concatenated(head, file.content, tail),
  };
}

async function* concatenated(
  head: Buffer,
  content: AsyncIterable<Uint8Array>,
  tail: Buffer,
) {
  yield head;
  yield* content;
  yield tail;
}
