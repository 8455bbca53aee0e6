import { JsonObject } from '@backstage/types';

const text = (
  title: [en: string, zh: string],
  description: [en: string, zh: string] | undefined,
  more: JsonObject = {},
): JsonObject => ({
  type: 'string',
  title: title[0],
  ...(description && { description: description[0] }),
  'x-zh': {
    title: title[1],
    ...(description && { description: description[1] }),
  },
  minLength: 1,
  maxLength: 2000,
  ...more,
});

const URL = { pattern: '^https?://[^\\s/?#@]+[^\\s?#@]*$' };
const PATH = { pattern: '^/' };

/** Schema of the configuration of a Flink session cluster. @internal */
export const flinkTargetSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['restUrl'],
  properties: {
    restUrl: text(
      ['REST address', 'REST 地址'],
      [
        'Address of the JobManager, as its user interface has it',
        'JobManager 的地址，与其用户界面相同',
      ],
      { ...URL, examples: ['http://flink-jobmanager:8081'] },
    ),
    gatewayUrl: text(
      ['SQL Gateway address', 'SQL Gateway 地址'],
      ['Without one the target runs no SQL', '不填写时，该目标不能运行 SQL'],
      { ...URL, examples: ['http://flink-sql-gateway:8083'] },
    ),
    authorizationHeader: text(
      ['Authentication header', '认证请求头'],
      [
        'Header that carries the secret; Authorization when absent',
        '携带密钥的请求头；缺省为 Authorization',
      ],
      { maxLength: 100, pattern: '^[A-Za-z0-9-]+$', default: 'Authorization' },
    ),
    tls: {
      type: 'object',
      title: 'Encryption (TLS)',
      'x-zh': { title: '加密 (TLS)' },
      additionalProperties: false,
      properties: {
        ca: text(
          ['Authority', '证书颁发机构'],
          [
            'Certificates to trust, PEM; those of the system when absent',
            '受信任的证书（PEM）；缺省为系统证书',
          ],
          { maxLength: 100_000, format: 'textarea' },
        ),
        insecureSkipVerify: {
          type: 'boolean',
          title: 'Trust any certificate',
          'x-zh': { title: '信任任何证书' },
          default: false,
        },
      },
    },
    seatunnel: {
      type: 'object',
      title: 'SeaTunnel',
      description: 'Lets the target run graphs of SeaTunnel',
      'x-zh': {
        title: 'SeaTunnel',
        description: '使该目标能够运行 SeaTunnel 图',
      },
      additionalProperties: false,
      required: ['version', 'home'],
      properties: {
        version: text(['Release', '版本'], undefined, {
          maxLength: 20,
          pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
          examples: ['2.3.4'],
        }),
        home: text(
          ['Directory', '目录'],
          [
            'SEATUNNEL_HOME on the JobManager, absolute',
            'JobManager 上的 SEATUNNEL_HOME，绝对路径',
          ],
          { ...PATH, examples: ['/opt/seatunnel'] },
        ),
        starter: text(
          ['Starter', '启动器'],
          ['File in its directory starter', '其 starter 目录中的文件'],
          {
            pattern: '^[A-Za-z0-9._-]+\\.jar$',
            default: 'seatunnel-flink-15-starter.jar',
          },
        ),
      },
    },
    cdc: {
      type: 'object',
      title: 'Flink CDC',
      description: 'Lets the target run pipelines of Flink CDC',
      'x-zh': {
        title: 'Flink CDC',
        description: '使该目标能够运行 Flink CDC 管道',
      },
      additionalProperties: false,
      required: ['jars'],
      properties: {
        jars: {
          type: 'array',
          title: 'Jars',
          description:
            'The distribution first, then connectors and drivers: names of uploaded jars, URLs, Maven coordinates, or absolute paths on the cluster',
          'x-zh': {
            title: 'Jar 包',
            description:
              '首先是发行包，然后是连接器和驱动：已上传的 jar 名称、URL、Maven 坐标，或集群上的绝对路径',
          },
          minItems: 1,
          maxItems: 50,
          items: { type: 'string', minLength: 1, maxLength: 2000 },
        },
        flinkHome: text(
          ['Flink home', 'Flink 目录'],
          [
            'Directory of Flink on the JobManager, absolute; its FLINK_HOME when absent',
            'JobManager 上 Flink 的目录，绝对路径；缺省为其 FLINK_HOME',
          ],
          { ...PATH, examples: ['/opt/flink'] },
        ),
      },
    },
    sql: {
      type: 'object',
      title: 'SQL',
      'x-zh': { title: 'SQL' },
      additionalProperties: false,
      properties: {
        allowedPaths: {
          type: 'array',
          title: 'Allowed paths',
          description:
            'What SQL may read and write by path: URIs, or absolute paths of the cluster and the gateway; nothing when absent',
          'x-zh': {
            title: '允许的路径',
            description:
              'SQL 可按路径读写的内容：URI，或集群与网关上的绝对路径；缺省为无',
          },
          maxItems: 100,
          items: { type: 'string', minLength: 1, maxLength: 2000 },
        },
        allowJars: {
          type: 'boolean',
          title: 'Jars in sessions',
          description: 'Whether ADD JAR is allowed',
          'x-zh': { title: '会话中的 jar', description: '是否允许 ADD JAR' },
          default: false,
        },
        jarDirectory: text(
          ['Directory of jars', 'Jar 目录'],
          [
            'Absolute; the back end writes it and the gateway reads it',
            '绝对路径；后端写入，网关读取',
          ],
          PATH,
        ),
      },
    },
  },
};
