import { InputError } from '@backstage/errors';

/** Headers that decide how a request is framed or where it goes; they are never a matter of authentication. */
const FORBIDDEN_HEADERS =
  /^(host|connection|content-length|content-type|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*)$/i;

/** The address of a target. Throws InputError, naming it, for what is none. @public */
export function readTargetUrl(product: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isAddress = url && /^https?:$/.test(url.protocol) && url.hostname;
  if (!isAddress) {
    throw new InputError(
      `${product}: "${withoutUser(
        text,
      )}" is no address: write e.g. http://flink:8081`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${product}: the address "${withoutUser(
        text,
      )}" must not have a user, a query or a fragment; give an authentication header instead`,
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** Throws InputError when it is no header that may carry an authentication; does not name its value. @public */
export function checkHeader(header: { name: string; value: string }): void {
  if (
    !/^[\w!#$%&'*+.^`|~-]+$/.test(header.name) ||
    FORBIDDEN_HEADERS.test(header.name)
  ) {
    throw new InputError(
      `"${header.name}" is no header for authentication: use e.g. Authorization`,
    );
  }
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(header.value)) {
    throw new InputError(
      `The value of header ${header.name} holds a line break or a character that headers cannot carry`,
    );
  }
}

function withoutUser(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//******@');
}
