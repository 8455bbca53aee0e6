import { scrubSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import { Agent, IncomingMessage } from 'node:http';
import { checkedAgent } from './checkedAgent';
import { describeFailure } from './describeFailure';
import { describeRefusal } from './describeRefusal';
import { FlinkUnavailableError } from './FlinkUnavailableError';
import { HttpRequest, nameOf, pathOf, secretsOf } from './HttpRequest';
import { HttpTarget } from './HttpTarget';
import { openRequest, RequestBody } from './openRequest';
import { multipart, UploadFile } from './multipart';
import { parseLosslessJson } from './parseLosslessJson';
import { readBody } from './readBody';
import { checkHeader, readTargetUrl } from './readTargetUrl';

const MAX_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

/**
 * JSON over HTTP with one server that a user has registered: only with that server (redirects are never followed), over addresses
 * that the network policy checked, with limits of time and size. Connections are kept; `close` ends them.
 * Its methods throw FlinkRequestError when the server refuses and FlinkUnavailableError when it gives no usable answer.
 * @public
 */
export class HttpClient {
  /** For messages, e.g. `Flink at cluster:8081`. */
  readonly server: string;
  private readonly url: URL;
  private readonly agent: Agent;

  /** Throws InputError for an address or a header that is none. */
  constructor(private readonly target: HttpTarget) {
    this.url = readTargetUrl(target.product, target.url);
    if (target.header) checkHeader(target.header);
    this.server = `${target.product} at ${this.url.host}`;
    this.agent = checkedAgent(this.url, target);
  }

  /** The answer as JSON; numbers beyond JavaScript's precision are rounded. */
  async json(request: HttpRequest): Promise<unknown> {
    return this.parse(request, await this.text(request), JSON.parse);
  }

  /** The same with those numbers as strings of their digits; `onText` sees the answer before it is parsed. */
  async losslessJson(
    request: HttpRequest,
    onText?: (text: string) => void,
  ): Promise<unknown> {
    const text = await this.text(request);
    onText?.(text);
    return this.parse(request, text, parseLosslessJson);
  }

  async text(request: HttpRequest): Promise<string> {
    return this.exchange(request, toBody(request), response =>
      this.read(request, response),
    );
  }

  /** Sends a file as multipart/form-data without holding it in memory; the answer as JSON. Errors of its content are passed on. */
  async upload(
    request: Omit<HttpRequest, 'body'>,
    file: UploadFile,
  ): Promise<unknown> {
    const text = await this.exchange(request, multipart(file), response =>
      this.read(request, response),
    );
    return this.parse(request, text, JSON.parse);
  }

  /** Hands the answer to `read` as it arrives; what `read` leaves is not fetched. */
  async download<T>(
    request: HttpRequest,
    read: (chunks: AsyncIterable<Buffer>) => Promise<T>,
  ): Promise<T> {
    return this.exchange(request, toBody(request), async response => {
      try {
        return await read(response);
      } finally {
        response.destroy();
      }
    });
  }

  /** Whatever is answered, redirects and refusals too, as it arrives, until `signal` aborts. */
  async passThrough(request: {
    path: string;
    method: 'GET' | 'HEAD';
    signal: AbortSignal;
  }): Promise<IncomingMessage> {
    const { path, method, signal } = request;
    try {
      return await openRequest({
        url: this.url,
        path: pathOf(this.url, { method: 'GET', path }),
        method,
        agent: this.agent,
        header: this.target.header,
        body: undefined,
        signal,
      });
    } catch (error) {
      if (signal.aborted) {
        throw this.unavailable(
          'aborted',
          { method: 'GET', path },
          'was stopped',
        );
      }
      throw describeFailure(error, this.server);
    }
  }

  /** Ends the connections, also those in use. */
  close(): void {
    this.agent.destroy();
  }

  private async exchange<T>(
    request: HttpRequest,
    body: RequestBody | undefined,
    read: (response: IncomingMessage) => Promise<T>,
  ): Promise<T> {
    const timeoutMs = request.timeoutMs ?? this.target.timeoutMs ?? TIMEOUT_MS;
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any(
      request.signal ? [deadline, request.signal] : [deadline],
    );
    try {
      const response = await openRequest({
        url: this.url,
        path: pathOf(this.url, request),
        method: request.method,
        agent: this.agent,
        header: this.target.header,
        body,
        signal,
      });
      if ((response.statusCode ?? 0) < 300) return await read(response);
      throw await this.refusal(request, response);
    } catch (error) {
      if (request.signal?.aborted) {
        throw this.unavailable('aborted', request, 'was stopped');
      }
      if (deadline.aborted) {
        const seconds = timeoutMs / 1000;
        const what = `did not answer within ${seconds} s`;
        throw this.unavailable('timeout', request, what);
      }
      throw describeFailure(error, this.server);
    }
  }

  private async refusal(request: HttpRequest, response: IncomingMessage) {
    return describeRefusal({
      request: this.name(request),
      status: response.statusCode ?? 0,
      text: this.scrub(request, await this.read(request, response)),
    });
  }

  private async read(request: HttpRequest, response: IncomingMessage) {
    const { maxBytes = MAX_BYTES } = request;
    const what = `${this.name(request)}: the answer cannot be used`;
    return readBody(response, { maxBytes, what });
  }

  private parse(
    request: HttpRequest,
    text: string,
    parser: (text: string) => unknown,
  ): unknown {
    // Some releases answer a request that changes something with nothing.
    if (text === '') return {};
    try {
      return parser(text);
    } catch {
      const what = text.trimStart().startsWith('<')
        ? 'answered with a page instead of JSON: check the address, and whether a proxy wants a login'
        : 'answered with what is no JSON, or was cut off';
      throw this.unavailable('bad-answer', request, what);
    }
  }

  private unavailable(
    failure: FlinkUnavailableError['failure'],
    request: HttpRequest,
    what: string,
  ) {
    return new FlinkUnavailableError(failure, `${this.name(request)}: ${what}`);
  }

  private name(request: HttpRequest): string {
    return `${this.server}: ${nameOf(request)}`;
  }

  private scrub(request: HttpRequest, text: string): string {
    const value = this.target.header?.value ?? '';
    // "Bearer xyz" and "xyz" alike.
    const values = [value, ...value.split(' ').slice(1)];
    return scrubSecrets(text, [...values, ...secretsOf(request)]);
  }
}

function toBody({ body }: HttpRequest): RequestBody | undefined {
  if (body === undefined) return undefined;
  const bytes = Buffer.from(JSON.stringify(body));
  return {
    headers: {
      'content-type': 'application/json',
      'content-length': String(bytes.length),
    },
    content: bytes,
  };
}
