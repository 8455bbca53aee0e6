import { HttpClient } from '../http/HttpClient';
import { HttpRequest, nameOf } from '../http/HttpRequest';
import { HttpTarget } from '../http/HttpTarget';
import { path } from '../http/path';
import { JsonReader } from '../json/JsonReader';
import { CallOptions } from '../rest/RestCaller';
import { isNotCancelable, isUnknownSession } from './gatewayErrors';
import { FetchedResult, OperationStatus } from './GatewayTypes';
import { nextOfLargePart, readFetched } from './readFetched';

/** The newest that this client knows; what it uses is in all of them. */
const NEWEST = 4;

/** @public */
export interface StatementOptions extends CallOptions {
  /** For this statement alone, over the session's. */
  executionConfig?: Readonly<Record<string, string>>;
  /** The gateway ends the operation then; 0 or absent for never. */
  executionTimeoutMs?: number;
}

/**
 * A SQL Gateway. Sessions and operations are named by their handles; who knows a handle owns it, so that handles are secrets
 * of their user. What a statement refuses comes with the fetch of its result, as a FlinkRequestError.
 * @public
 */
export class SqlGatewayClient {
  /** For messages, e.g. `SQL Gateway at cluster:8083`. */
  readonly server: string;
  private readonly http: HttpClient;
  private asked: Promise<string> | undefined;

  /** Throws InputError for an address or a header that is none. */
  constructor(target: Omit<HttpTarget, 'product'>) {
    this.http = new HttpClient({ ...target, product: 'SQL Gateway' });
    this.server = this.http.server;
  }

  close(): void {
    this.http.close();
  }

  /** The version of the interface that is spoken, e.g. `v3`; asked for once. */
  async version(): Promise<string> {
    this.asked ??= this.askVersion().catch(error => {
      this.asked = undefined;
      throw error;
    });
    return this.asked;
  }

  async info(
    options?: CallOptions,
  ): Promise<{ product: string; version: string }> {
    const answer = await this.call('GET', '/info', options);
    return {
      product: answer.string('productName'),
      version: answer.string('version'),
    };
  }

  /** The handle of a new session. */
  async openSession(
    options: CallOptions & {
      name?: string;
      properties?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<string> {
    const { name, properties, ...call } = options;
    const answer = await this.call('POST', '/sessions', call, {
      sessionName: name,
      properties: properties ?? {},
    });
    return answer.string('sessionHandle');
  }

  async sessionConfig(
    session: string,
    options?: CallOptions,
  ): Promise<Record<string, string>> {
    const answer = await this.call('GET', path`/sessions/${session}`, options);
    return answer.object('properties').texts();
  }

  /** Runs a statement that prepares the session (CREATE, USE, ADD JAR …) and waits for it. */
  async configureSession(
    session: string,
    statement: string,
    options: Omit<StatementOptions, 'executionConfig'> = {},
  ): Promise<void> {
    const { executionTimeoutMs, ...call } = options;
    const where = path`/sessions/${session}/configure-session`;
    const body = { statement, executionTimeout: executionTimeoutMs };
    await this.call('POST', where, call, body);
  }

  /** Keeps an idle session. */
  async heartbeat(session: string, options?: CallOptions): Promise<void> {
    await this.call('POST', path`/sessions/${session}/heartbeat`, options);
  }

  /** Ends a session and its queries; harmless when it is gone. */
  async closeSession(session: string, options?: CallOptions): Promise<void> {
    try {
      await this.call('DELETE', path`/sessions/${session}`, options);
    } catch (error) {
      if (!isUnknownSession(error)) throw error;
    }
  }

  /** Starts one statement; the handle of the operation. */
  async submit(
    session: string,
    statement: string,
    options: StatementOptions = {},
  ): Promise<string> {
    const { executionConfig, executionTimeoutMs, ...call } = options;
    const where = path`/sessions/${session}/statements`;
    const body = {
      statement,
      executionConfig,
      executionTimeout: executionTimeoutMs,
    };
    const answer = await this.call('POST', where, call, body);
    return answer.string('operationHandle');
  }

  async status(
    session: string,
    operation: string,
    options?: CallOptions,
  ): Promise<OperationStatus> {
    const where = path`/sessions/${session}/operations/${operation}/status`;
    const answer = await this.call('GET', where, options);
    return answer.string('status') as OperationStatus;
  }

  /** The part of a result with this number; 0 is the first. The last part asked for may be asked for again. */
  async fetch(
    session: string,
    operation: string,
    token: number,
    options: CallOptions & {
      maxBytes?: number;
      /** Told of a large part before it is parsed, so that the next may be asked for meanwhile. */
      onLargePart?: (nextToken: number) => void;
    } = {},
  ): Promise<FetchedResult> {
    const { onLargePart, ...call } = options;
    const part = String(token);
    const where = path`/sessions/${session}/operations/${operation}/result/${part}`;
    const version = await this.version();
    const request: HttpRequest = {
      ...call,
      method: 'GET',
      path: `/${version}${where}`,
      query: version === 'v1' ? {} : { rowFormat: 'JSON' },
    };
    return readFetched(
      await this.http.losslessJson(request, text => {
        const next = onLargePart && nextOfLargePart(text);
        if (next !== undefined) onLargePart?.(next);
      }),
      this.name(request),
    );
  }

  /** Stops a running operation; `false` when it has ended already (a streaming SELECT's has: close it). */
  async cancel(
    session: string,
    operation: string,
    options?: CallOptions,
  ): Promise<boolean> {
    const where = path`/sessions/${session}/operations/${operation}/cancel`;
    try {
      await this.call('POST', where, options);
      return true;
    } catch (error) {
      if (isNotCancelable(error)) return false;
      throw error;
    }
  }

  /** Forgets an operation and its result; ends the job of a SELECT that still runs. */
  async closeOperation(
    session: string,
    operation: string,
    options?: CallOptions,
  ): Promise<void> {
    const where = path`/sessions/${session}/operations/${operation}/close`;
    await this.call('DELETE', where, options);
  }

  /** What may stand at an offset of a statement. */
  async complete(
    session: string,
    statement: string,
    position: number,
    options?: CallOptions,
  ): Promise<string[]> {
    const where = path`/sessions/${session}/complete-statement`;
    const body = { statement, position };
    const answer = await this.call('GET', where, options, body);
    return answer.strings('candidates');
  }

  private async askVersion(): Promise<string> {
    const request: HttpRequest = { method: 'GET', path: '/api_versions' };
    const answer = JsonReader.of(
      await this.http.json(request),
      this.name(request),
    );
    const known = answer
      .strings('versions')
      .map(version => Number(/^V(\d+)$/i.exec(version)?.[1]))
      .filter(version => version >= 1 && version <= NEWEST);
    return `v${Math.max(1, ...known)}`;
  }

  private async call(
    method: HttpRequest['method'],
    where: string,
    options: CallOptions | undefined,
    body?: unknown,
  ): Promise<JsonReader> {
    const full = `/${await this.version()}${where}`;
    const request: HttpRequest = { ...options, method, path: full, body };
    return JsonReader.of(await this.http.json(request), this.name(request));
  }

  private name(request: HttpRequest): string {
    return `${this.server}: ${nameOf(request)}`;
  }
}
