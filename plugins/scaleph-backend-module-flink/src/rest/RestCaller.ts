import { HttpClient } from '../http/HttpClient';
import { HttpRequest, nameOf } from '../http/HttpRequest';
import { JsonReader } from '../json/JsonReader';

/** What every request may carry. @public */
export interface CallOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** JSON answers of one cluster, ready to be read. @internal */
export class RestCaller {
  constructor(readonly http: HttpClient) {}

  async get(
    path: string,
    options: CallOptions & Pick<HttpRequest, 'query'> = {},
  ): Promise<JsonReader> {
    return this.call({ method: 'GET', path, ...options });
  }

  async getList<T>(
    path: string,
    read: (item: JsonReader) => T,
    options: CallOptions & Pick<HttpRequest, 'query'> = {},
  ): Promise<T[]> {
    const request: HttpRequest = { method: 'GET', path, ...options };
    return JsonReader.list(
      await this.http.json(request),
      this.name(request),
      read,
    );
  }

  async call(request: HttpRequest): Promise<JsonReader> {
    return JsonReader.of(await this.http.json(request), this.name(request));
  }

  private name(request: HttpRequest): string {
    return `${this.http.server}: ${nameOf(request)}`;
  }
}
