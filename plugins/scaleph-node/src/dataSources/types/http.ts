import { JsonObject } from '@backstage/types';
import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { httpBrowser } from '../browse/httpBrowser';
import { HeldMaterial, SecretPart } from '../binding/ConnectorBinding';
import { javaTlsLimits, unneededTls } from '../binding/tlsBinding';
import { ConnectionError } from '../connect/ConnectionError';
import { httpRequest } from '../connect/httpRequest';
import { tlsFiles } from '../connect/tlsFiles';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { checkUrl } from './checkServers';
import { sameFields } from './sameFields';
import {
  field,
  objectSchema,
  oneOf,
  textField,
  urlField,
} from './schemaFields';

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
  schema: objectSchema(
    ['url'],
    {
      url: urlField(
        {
          title: ['URL', 'URL'],
          help: [
            'Where the API begins; without credentials and query',
            'API 的起始地址，不带凭据和查询参数',
          ],
        },
        'https://api.example.com/v1',
      ),
      authentication: field(
        {
          title: ['Authentication', '认证方式'],
          help: [
            'basic: user and password. bearer: the secret "Token" in the header Authorization',
            'basic：用户名和密码。bearer：在 Authorization 请求头中使用密钥"令牌"',
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
            '随每个请求发送；请勿填写密钥：能查看数据源的人都可以看到',
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
    },
    {
      user: oneOf('authentication', 'basic'),
      password: oneOf('authentication', 'basic'),
      token: oneOf('authentication', 'bearer'),
    },
  ),
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
  browser: httpBrowser,
  secretFields: (held): Record<string, SecretPart[]> => {
    const authorization = authorizationParts(held);
    return authorization ? { authorization } : {};
  },
  bindings: {
    Http: {
      toOptions: config => ({
        url: String(config.url),
        ...(config.headers !== undefined && { headers: config.headers }),
      }),
      secretOptions: {},
      secretTexts: request => {
        const parts = authorizationParts(request);
        return parts
          ? [{ option: 'headers', key: 'Authorization', parts }]
          : [];
      },
      limits: request =>
        javaTlsLimits(request, {
          driver: "SeaTunnel's HTTP client",
          isTls: isTls(request),
        }),
      unneeded: request => [
        ...unneededTls(request, isTls(request)),
        ...(request.config.authentication === 'basic' ? [] : ['password']),
        ...(request.config.authentication === 'bearer' ? [] : ['token']),
      ],
    },
  },
};

function isTls({ config }: HeldMaterial): boolean {
  return String(config.url).startsWith('https:');
}

/** The header Authorization; undefined without one. */
function authorizationParts({
  config,
  secrets,
}: HeldMaterial): SecretPart[] | undefined {
  switch (config.authentication) {
    case 'basic': {
      const pair: SecretPart[] = [`${config.user ?? ''}:`];
      if (secrets.includes('password')) pair.push({ secret: 'password' });
      return ['Basic ', { base64: pair }];
    }
    case 'bearer':
      return secrets.includes('token')
        ? ['Bearer ', { secret: 'token' }]
        : undefined;
    default:
      return undefined;
  }
}

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
  const server = new URL(String(request.config.url)).origin;
  const ask = async (method: 'GET' | 'HEAD') => {
    const response = await httpRequest(request, { method, accept: '*/*' });
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
