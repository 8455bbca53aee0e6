import { JsonObject } from '@backstage/types';

/** Schema of the configuration of a database server. @internal */
export function serverSchema(options: {
  defaultPort: number;
  databaseExample: string;
}): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['host', 'database', 'user'],
    properties: {
      host: {
        type: 'string',
        title: 'Host',
        description: 'Name or address of the server, without protocol and port',
        'x-zh': {
          title: '主机',
          description: '服务器的名称或地址,不带协议和端口',
        },
        minLength: 1,
        maxLength: 253,
        pattern: '^[^\\s/@?#\\\\%]+$',
        examples: ['db.example.com'],
      },
      port: {
        type: 'integer',
        title: 'Port',
        'x-zh': { title: '端口' },
        minimum: 1,
        maximum: 65535,
        default: options.defaultPort,
      },
      database: {
        type: 'string',
        title: 'Database',
        'x-zh': { title: '数据库' },
        minLength: 1,
        maxLength: 64,
        examples: [options.databaseExample],
      },
      user: {
        type: 'string',
        title: 'User',
        'x-zh': { title: '用户名' },
        minLength: 1,
        maxLength: 128,
      },
      ssl: {
        type: 'string',
        title: 'Encryption (TLS)',
        description:
          'disable: none. require: encrypted, the certificate is not verified. verify-full: encrypted, and the certificate must name the host and be signed by a known authority',
        'x-zh': {
          title: '加密 (TLS)',
          description:
            'disable:不加密。require:加密,但不验证证书。verify-full:加密,证书必须与主机名一致并由受信任的机构签发',
        },
        enum: ['disable', 'require', 'verify-full'],
        default: 'disable',
      },
    },
  };
}

/** The one secret of a database server. @internal */
export const passwordSecret = {
  name: 'password',
  title: { en: 'Password', zh: '密码' },
  // A server may trust its network or have users without one.
  required: false,
};
