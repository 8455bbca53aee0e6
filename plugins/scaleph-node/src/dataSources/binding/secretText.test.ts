import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';
import { kafkaType } from '../types/kafka';
import { postgresqlType } from '../types/postgresql';
import {
  connectionFields,
  secretFieldNames,
  secretTexts,
} from './connectionFields';
import { SecretPart } from './ConnectorBinding';
import { withoutSecrets } from './heldMaterial';
import { fillSecretText, maskSecretText } from './secretText';

const { cert } = generate([{ name: 'commonName', value: 'ca' }]);
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
// As `openssl ecparam -genkey` writes it.
const sec1 = privateKey.export({ type: 'sec1', format: 'pem' }).toString();

const connection = {
  dataSource: 'x',
  type: 'kafka',
  config: {
    ...{ bootstrapServers: 'k:1', securityProtocol: 'SASL_SSL', user: 'etl' },
    ...{ schemaRegistryUrl: 'https://r', schemaRegistryUser: 'reg' },
  },
  secrets: { password: 'a"b', schemaRegistryPassword: 'pw-of-registry' },
  extraFiles: {
    ca: Buffer.from(`${cert}${cert}`),
    clientCertificate: Buffer.from(cert),
    clientKey: Buffer.from(sec1),
    none: Buffer.from('nothing'),
  },
};
const fill = (...parts: SecretPart[]) => fillSecretText(parts, connection);

it('of a key is the one that Java reads', () => {
  const text = fill({ file: 'clientKey', as: ['pkcs8'] });
  expect(text).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(createPrivateKey(text).equals(privateKey)).toBe(true);
});

it.each<[SecretPart, string]>([
  [{ file: 'ca', as: ['certificate'] }, 'file "ca" holds 2 certificates'],
  [{ file: 'none', as: ['certificate'] }, 'file "none" holds 0 certificates'],
  [{ file: 'none', as: ['pkcs8'] }, 'file "none" is no private key in PEM'],
  [{ file: 'gone' }, 'file "gone" is not set any more'],
  [{ secret: 'toString' }, 'secret "toString" is not set any more'],
])('%j says what is wrong', (part, message) => {
  expect(() => fill(part)).toThrow(`Data source "x": its ${message}`);
});

it('is masked as a whole where it is', () => {
  expect(
    maskSecretText(['Basic ', { base64: ['u:', { secret: 'password' }] }]),
  ).toBe('Basic ******');
});

describe('Fields of a data source', () => {
  it('hold what stands within the settings of a client', () => {
    const fields = connectionFields(kafkaType, connection);
    expect(fields).toMatchObject({
      securityProtocol: 'SASL_SSL',
      saslMechanism: 'PLAIN',
      saslJaasLogin: 'username="etl" password="a\\"b"',
      saslJaasConfig:
        'org.apache.kafka.common.security.plain.PlainLoginModule required username="etl" password="a\\"b";',
      sslTruststoreType: 'PEM',
      sslTruststoreCertificates: `${cert}${cert}`,
      schemaRegistryUserInfo: 'reg:pw-of-registry',
    });
    expect(fields.sslKeystoreKey).toContain('BEGIN PRIVATE KEY');
  });

  it('are masked without the secrets', () => {
    const fields = connectionFields(kafkaType, withoutSecrets(connection));
    expect(fields).toMatchObject({
      password: '******',
      saslJaasLogin: 'username="etl" password="******"',
      sslKeystoreKey: '******',
    });
  });

  it('are secret by name, and scrubbed by content', () => {
    expect(secretFieldNames(kafkaType, connection)).toEqual(
      expect.arrayContaining([
        'password',
        'saslJaasConfig',
        'schemaRegistryUserInfo',
        'sslKeystoreKey',
      ]),
    );
    expect(secretTexts(kafkaType, connection)).toEqual(
      expect.arrayContaining([
        ...['a"b', 'a\\"b', 'pw-of-registry', sec1.trim()],
        fill({ file: 'clientKey', as: ['pkcs8'] }).trim(),
      ]),
    );
  });

  it('that nobody asks for are not put together', () => {
    const fields = connectionFields(postgresqlType, {
      ...connection,
      type: 'postgresql',
      config: { host: 'db', database: 'd', user: 'u', ssl: 'verify-full' },
    });
    expect(fields.host).toBe('db');
    expect(() => fields.url).toThrow('holds 2 certificates');
  });
});
