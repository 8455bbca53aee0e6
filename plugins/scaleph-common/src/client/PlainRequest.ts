/**
 * Stands in for the global Request inside openapi-fetch: it only keeps what it was given. A real Request refuses an AbortSignal of
 * another realm (jsdom's, in tests) and does not exist everywhere; `fetch(url, init)` works wherever fetch does.
 * @internal
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;

  constructor(url: string, readonly init: RequestInit) {
    this.url = url;
    this.method = init.method ?? 'GET';
  }
}
