import { JsonObject } from '@backstage/types';
import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { checkedRequest } from '../connect/checkedRequest';
import { ConnectionError } from '../connect/ConnectionError';
import { tlsFiles } from '../connect/tlsFiles';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { checkUrl } from './checkServers';
import { sameFields } from './sameFields';
import { field, objectSchema, textField, urlField } from './schemaFields';

const TOKEN = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$";

/** An HTTP API: a base URL with headers. @public */
export const httpType: DataSourceType = {
  type: 'http',
  title: { en: 'HTTP', zh: 'HTTP' },
  description: {
    en: 'An HTTP API that is read from or written to',
    zh: '用于读取或写入的 HTTP API',
  },
  icon: 'globe',
  category: 'http',
  documentation: 'https://seatunnel.apache.org/docs/connector-v2/source/Http',
  schema: objectSchema(['url'], {
    url: urlField(
      {
        title: ['URL', 'URL'],
        help: [
          'Where the API begins; without credentials and query',
          'API 的起始地址,不带凭据和查询参数',
        ],
      },
      'https://api.example.com/v1',
    ),
    authentication: field(
      {
        title: ['Authentication', '认证方式'],
        help: [
          'basic: user and password. bearer: the secret "Token" in the header Authorization',
          'basic:用户名和密码。bearer:在 Authorization 请求头中使用密钥"令牌"',
        ],
      },
      { type: 'string', enum: ['none', 'basic', 'bearer'], default: 'none' },
    ),
    user: textField(
      { title: ['User', '用户名'] },
      { pattern: '^[^:\\u0000-\\u001f]+$' },
    ),
    headers: field(
      {
        title: ['Headers', '请求头'],
        help: [
          'Sent with each request; no secrets: they can be read by who may see the data source',
          '随每个请求发送;请勿填写密钥:能查看数据源的人都可以看到',
        ],
      },
      {
        type: 'object',
        maxProperties: 50,
        propertyNames: { pattern: TOKEN, maxLength: 100 },
        additionalProperties: {
          type: 'string',
          maxLength: 1000,
          pattern: '^[\\x20-\\x7e]*$',
        },
      },
    ),
  }),
  secrets: [
    {
      name: 'password',
      title: { en: 'Password', zh: '密码' },
      required: false,
    },
    { name: 'token', title: { en: 'Token', zh: '令牌' }, required: false },
  ],
  files: tlsFiles,
  location: config => String(config.url),
  check: async (config, { network }) => [
    ...(await checkUrl(String(config.url), '/url', network)),
    ...headerProblems(config),
  ],
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['authentication', 'user']) &&
    isBelow(String(before.url), String(after.url)),
  testConnection,
  fields: config => ({ url: String(config.url) }),
  bindings: {
    Http: {
      toOptions: config => ({
        url: String(config.url),
        ...(config.headers !== undefined && { headers: config.headers }),
      }),
      secretOptions: {},
    },
  },
};

/** What says which server is meant and where the request ends is not for the configuration: a proxy would go by it. */
const OF_THE_CONNECTION =
  /^(?:host|connection|content-length|expect|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|forwarded|x-forwarded-.*)$/i;

function headerProblems({ headers = {} }: JsonObject): DocumentProblem[] {
  return Object.keys(headers as JsonObject)
    .filter(name => OF_THE_CONNECTION.test(name))
    .map(name => ({
      severity: 'error',
      code: 'header-not-allowed',
      pointer: '/headers',
      message: `Header "${name}" is set by the connection itself`,
      fix: 'Remove it.',
    }));
}

/** A path of the same server may be another. */
function isBelow(before: string, after: string): boolean {
  return URL.parse(before)?.origin === URL.parse(after)?.origin;
}

async function testConnection(request: ConnectionTestRequest): Promise<string> {
  const { config, secrets } = request;
  const url = new URL(String(config.url));
  const server = `${url.origin}`;
  const headers = {
    accept: '*/*',
    ...(config.headers as Record<string, string> | undefined),
    ...authorization(config, secrets),
  };
  const ask = async (method: string) => {
    const response = await checkedRequest({
      ...request,
      ...{ url, method, headers, server },
    });
    response.destroy();
    return response.statusCode ?? 0;
  };
  let status = await ask('HEAD');
  // Many APIs know GET alone.
  if ([400, 404, 405, 501].includes(status)) status = await ask('GET');
  if (status === 401 || status === 403) {
    throw new ConnectionError(
      'authentication',
      `${server} answered ${status}: check user, password or token`,
    );
  }
  if (status >= 500) {
    throw new ConnectionError(
      'other',
      `${server} answered ${status}: the server has a problem of its own`,
    );
  }
  return `${server} answered ${status}${hintOf(status)}`;
}

function hintOf(status: number): string {
  if (status >= 300 && status < 400) {
    return ': it redirects, which is not followed; use the URL that it leads to';
  }
  return status === 404
    ? ': nothing is at this path itself, which may be as it should'
    : '';
}

function authorization(
  config: JsonObject,
  { password = '', token = '' }: Record<string, string>,
): Record<string, string> {
  switch (config.authentication) {
    case 'basic': {
      const pair = Buffer.from(`${config.user ?? ''}:${password}`);
      return { authorization: `Basic ${pair.toString('base64')}` };
    }
    case 'bearer':
      if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new ConnectionError(
          'authentication',
          'Bearer authentication needs the secret "token", of one line without spaces',
        );
      }
      return { authorization: `Bearer ${token}` };
    default:
      return {};
  }
}
