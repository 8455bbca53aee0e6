import { JsonObject } from '@backstage/types';

interface Texts {
  title: [en: string, zh: string];
  help?: [en: string, zh: string];
}

/** A property of a configuration, with its texts in both languages. @internal */
export function field({ title, help }: Texts, schema: JsonObject): JsonObject {
  return {
    title: title[0],
    ...(help && { description: help[0] }),
    'x-zh': { title: title[1], ...(help && { description: help[1] }) },
    ...schema,
  };
}

/** Where a field has a value; for `x-when`. @internal */
export function given(name: string): JsonObject {
  return { required: [name] };
}

/** Where a field has one of some values; for `x-when`. @internal */
export function oneOf(name: string, ...values: string[]): JsonObject {
  return { required: [name], properties: { [name]: { enum: values } } };
}

const TLS_FILES = ['ca', 'clientCertificate', 'clientKey'];

/**
 * A configuration; unknown fields are refused.
 *
 * @param when - where a field, secret or file has a meaning, for those that have not always one: forms leave it out elsewhere
 * @internal
 */
export function objectSchema(
  required: string[],
  properties: Record<string, JsonObject>,
  when: Record<string, JsonObject> = {},
): JsonObject {
  const modes = properties.ssl?.enum;
  const encrypted =
    Array.isArray(modes) && modes.includes('disable')
      ? oneOf('ssl', 'require', 'verify-full')
      : undefined;
  const conditions = {
    ...(encrypted &&
      Object.fromEntries(TLS_FILES.map(name => [name, encrypted]))),
    ...when,
  };
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties,
    ...(Object.keys(conditions).length > 0 && { 'x-when': conditions }),
  };
}

/** What no URL, DSN or list of servers gives a meaning to. */
const HOST = '[^\\s/@?#\\\\%,;=&\'"()]+';

/** @internal */
export const hostField = field(
  {
    title: ['Host', '主机'],
    help: [
      'Name or address of the server, without protocol and port',
      '服务器的名称或地址，不带协议和端口',
    ],
  },
  {
    type: 'string',
    minLength: 1,
    maxLength: 253,
    pattern: `^${HOST}$`,
    examples: ['db.example.com'],
  },
);

/** @internal */
export function portField(
  defaultPort: number,
  texts: Texts = { title: ['Port', '端口'] },
): JsonObject {
  return field(texts, {
    type: 'integer',
    minimum: 1,
    maximum: 65535,
    default: defaultPort,
  });
}

/** `host:port,host:port`. @internal */
export function serversField(texts: Texts, example: string): JsonObject {
  return field(texts, {
    type: 'string',
    minLength: 1,
    maxLength: 2000,
    pattern:
      '^[A-Za-z0-9._\\[\\]:-]+:\\d{1,5}(,[A-Za-z0-9._\\[\\]:-]+:\\d{1,5})*$',
    examples: [example],
  });
}

/** An `http:` or `https:` URL without credentials, query and fragment. @internal */
export function urlField(texts: Texts, example: string): JsonObject {
  return field(texts, {
    type: 'string',
    minLength: 8,
    maxLength: 1000,
    pattern: '^https?://[^\\s@?#\\\\]+$',
    examples: [example],
  });
}

/** Text of one line. @internal */
export function textField(
  texts: Texts,
  options: { maxLength?: number; example?: string; pattern?: string } = {},
): JsonObject {
  const {
    maxLength = 128,
    example,
    pattern = '^[^\\u0000-\\u001f]+$',
  } = options;
  return field(texts, {
    type: 'string',
    minLength: 1,
    maxLength,
    pattern,
    ...(example && { examples: [example] }),
  });
}

/** @internal */
export const databaseField = (example: string) =>
  textField({ title: ['Database', '数据库'] }, { maxLength: 64, example });

/** @internal */
export const userField = textField({ title: ['User', '用户名'] });

/** @internal */
export const sslField = field(
  {
    title: ['Encryption (TLS)', '加密 (TLS)'],
    help: [
      'disable: none. require: encrypted, the certificate is not verified. verify-full: encrypted, and the certificate must name the host and be signed by a known authority, or by the file "Certificate authority"',
      'disable：不加密。require：加密，但不验证证书。verify-full：加密，证书必须与主机名一致并由受信任的机构或文件"证书颁发机构"签发',
    ],
  },
  {
    type: 'string',
    enum: ['disable', 'require', 'verify-full'],
    default: 'disable',
  },
);
