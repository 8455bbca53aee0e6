import { JsonObject } from '@backstage/types';
import {
  BindingLimit,
  BindRequest,
  HeldMaterial,
  SecretPart,
} from '../binding/ConnectorBinding';
import { jaasText } from '../binding/jaasText';
import { isTlsOfKafka } from '../connect/connectKafka';

/** Settings of Kafka's own client that hold nothing secret. @internal */
export function securitySettings(config: JsonObject): Record<string, string> {
  const protocol = String(config.securityProtocol ?? 'PLAINTEXT');
  return {
    'security.protocol': protocol,
    ...(protocol.startsWith('SASL') && {
      'sasl.mechanism': String(config.saslMechanism ?? 'PLAIN'),
    }),
    ...(isTlsOfKafka(config) &&
      config.ssl === 'require' && {
        'ssl.endpoint.identification.algorithm': '',
      }),
  };
}

/** Whether a user logs in. @internal */
export function isSasl({ config }: HeldMaterial): boolean {
  return /^SASL/.test(String(config.securityProtocol));
}

/** Settings of Kafka's own client that hold secrets or files; it takes both as texts. @internal */
export function clientTexts(held: HeldMaterial): Record<string, SecretPart[]> {
  const { config, files } = held;
  const has = (file: string) => files.includes(file);
  const isTls = isTlsOfKafka(config);
  const login = loginParts(held);
  return {
    ...(login && {
      'sasl.jaas.config': [
        `${loginModule(String(config.saslMechanism ?? 'PLAIN'))} required `,
        ...login,
        ';',
      ],
    }),
    ...(isTls &&
      has('ca') && {
        'ssl.truststore.type': ['PEM'],
        'ssl.truststore.certificates': [{ file: 'ca' }],
      }),
    ...(isTls &&
      has('clientCertificate') &&
      has('clientKey') && {
        'ssl.keystore.type': ['PEM'],
        'ssl.keystore.certificate.chain': [{ file: 'clientCertificate' }],
        'ssl.keystore.key': [{ file: 'clientKey', as: ['pkcs8'] }],
      }),
  };
}

/** The user and password of a JAAS configuration; undefined where nobody logs in. @internal */
export function loginParts(held: HeldMaterial): SecretPart[] | undefined {
  const { config, secrets } = held;
  const hasPassword = secrets.includes('password');
  if (!isSasl(held) || (config.user === undefined && !hasPassword)) {
    return undefined;
  }
  return [
    `username="${jaasText(String(config.user ?? ''))}" password="`,
    ...(hasPassword ? [{ secret: 'password', as: ['jaas' as const] }] : []),
    '"',
  ];
}

function loginModule(mechanism: string): string {
  const security = 'org.apache.kafka.common.security';
  return mechanism === 'PLAIN'
    ? `${security}.plain.PlainLoginModule`
    : `${security}.scram.ScramLoginModule`;
}

/** Of half of a pair. @internal */
export function pairLimits({ config, files }: BindRequest): BindingLimit[] {
  const [held, ...more] = ['clientCertificate', 'clientKey'].filter(it =>
    files.includes(it),
  );
  if (!isTlsOfKafka(config) || held === undefined || more.length > 0) return [];
  return [
    {
      of: [held],
      severity: 'error',
      says: `it has the file "${held}" alone: a client certificate and its key go together`,
      fix: 'Give the other one, or remove this one.',
    },
  ];
}
