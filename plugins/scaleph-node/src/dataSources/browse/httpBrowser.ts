import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import { ANSWER_BYTES, readBody } from '../connect/checkedRequest';
import { ConnectionError } from '../connect/ConnectionError';
import { httpRequest } from '../connect/httpRequest';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { jsonRows } from './jsonRows';
import { limitObjects } from './limitObjects';
import { unknownObject } from './unknownObject';

/** The one place that is known of an API is its URL, whose answer to a GET is shown as rows when it is JSON. @internal */
export const httpBrowser: DataSourceBrowser = {
  levels: ['endpoint'],
  async objects({ config }, request) {
    if (request.path.length > 0) throw unknownObject(request.path);
    const items = [
      {
        kind: 'endpoint' as const,
        name: nameOf(config.url),
        type: 'GET',
        hasChildren: false,
        hasRows: true,
      },
    ];
    return limitObjects({ items, truncated: false }, request);
  },
  async rows(connection, { path, limit, signal }) {
    const [name, ...rest] = path;
    if (rest.length || name !== nameOf(connection.config.url)) {
      throw unknownObject(path);
    }
    const response = await httpRequest(
      { ...connection, signal },
      { method: 'GET', accept: 'application/json, */*;q=0.1' },
    );
    const { statusCode: status = 0, headers } = response;
    if (status !== 200) {
      response.destroy();
      return withoutRows(
        `The answer to GET is ${status}, not 200${
          headers.location === undefined
            ? ''
            : `: it redirects to ${headers.location}, which is not followed`
        }`,
      );
    }
    try {
      const text = await readBody(response, String(connection.config.url));
      return (
        jsonRows(text, limit) ??
        withoutRows(
          `The answer is ${
            headers['content-type'] ?? 'of no known kind'
          }; rows are shown of JSON and of lines of JSON`,
        )
      );
    } catch (error) {
      if ((error as ConnectionError).failure !== 'too-large') throw error;
      return withoutRows(
        `The answer is longer than ${ANSWER_BYTES} bytes, which is more than is looked at`,
      );
    }
  },
};

function nameOf(url: unknown): string {
  return new URL(String(url)).pathname;
}

function withoutRows(reason: string): SampleRows {
  return { columns: [], rows: [], truncated: false, reason };
}
