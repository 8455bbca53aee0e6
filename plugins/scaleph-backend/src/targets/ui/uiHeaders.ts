/** Types that a page may be made of; anything else is handed out as a file. */
const TYPES =
  /^(text\/(html|css|plain|javascript|xml)|application\/(javascript|json|manifest\+json|xml|wasm)|image\/[a-z0-9.+-]+|font\/[a-z0-9.+-]+|application\/(x-)?font-[a-z0-9.+-]+|application\/vnd\.ms-fontobject)$/i;

/**
 * The pages are the cluster's code, and come from the portal's address. Without
 * `allow-same-origin` the browser gives them an origin of their own: nothing of
 * the portal's storage, cookies or pages is within their reach. They load from
 * and speak to this address alone.
 */
const POLICY = [
  'sandbox allow-scripts allow-downloads',
  `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/**
 * The headers of an answer: nothing of what the cluster sent is passed on but
 * its content type, when it is one that pages are made of.
 *
 * @internal
 */
export function uiHeaders(contentType?: string): Record<string, string> {
  return {
    'Content-Type': allowedType(contentType),
    'Content-Security-Policy': POLICY,
    // The sandboxed pages have an origin of their own, `null`: fonts, modules
    // and answers to their scripts need this. Without credentials, so that only
    // who knows the ticket in the path gets anything.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
  };
}

function allowedType(contentType = ''): string {
  const [type, ...parameters] = contentType.split(';').map(it => it.trim());
  if (!TYPES.test(type)) return 'application/octet-stream';
  const charset = parameters.find(it => /^charset=[a-z0-9_-]+$/i.test(it));
  return charset ? `${type}; ${charset}` : type;
}
