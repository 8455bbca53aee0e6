import createClient, { Client } from 'openapi-fetch';
import { paths } from '../generated/api';
import { PlainRequest } from './PlainRequest';
import { catalogueClient } from './rooms/catalogueClient';
import { dataSourcesClient } from './rooms/dataSourcesClient';
import { jobsClient } from './rooms/jobsClient';
import { originsClient } from './rooms/originsClient';
import { pipelinesClient } from './rooms/pipelinesClient';
import { runsClient } from './rooms/runsClient';
import { sqlClient } from './rooms/sqlClient';
import { targetsClient } from './rooms/targetsClient';
import { ScalephApi } from './ScalephApi';

/** @public */
export interface ScalephClientOptions {
  /** Knows where the back end plugin `scaleph` is: Backstage's DiscoveryApi and DiscoveryService fit. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** The global fetch when absent; the front end gives Backstage's FetchApi, which adds the token. */
  fetchApi?: { fetch(url: string, init?: RequestInit): Promise<Response> };
}

/**
 * ScalephApi over HTTP, for the front end, other back end plugins and programs. Its methods come from client/rooms, a file for each
 * part of the API.
 * @public
 */
export interface ScalephClient extends ScalephApi {}

/** @public */
export class ScalephClient {
  constructor(options: ScalephClientOptions) {
    const connect = () => connectTo(options);
    Object.assign(
      this,
      pipelinesClient(connect),
      originsClient(connect),
      runsClient(connect),
      jobsClient(connect),
      dataSourcesClient(connect),
      targetsClient(connect),
      catalogueClient(connect),
      sqlClient(connect),
    );
  }
}

async function connectTo(
  options: ScalephClientOptions,
): Promise<Client<paths>> {
  const { discoveryApi, fetchApi } = options;
  return createClient<paths>({
    baseUrl: await discoveryApi.getBaseUrl('scaleph'),
    Request: PlainRequest as unknown as typeof Request,
    fetch: request => {
      const { url, init: requestInit } = request as unknown as PlainRequest;
      return fetchApi
        ? fetchApi.fetch(url, requestInit)
        : fetch(url, requestInit);
    },
  });
}
