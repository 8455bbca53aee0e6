import { InputError } from '@backstage/errors';
import { SECRET_MASK } from '@scaleph/backstage-plugin-scaleph-common';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ConnectionWithSecrets } from '../../engine/Engine';
import { SecretForm, SecretPart } from './ConnectorBinding';
import { jaasText } from './jaasText';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** Says what a value is not. */
class FormError extends Error {}

const FORMS: Record<SecretForm, (value: string) => string> = {
  jaas: jaasText,
  uri: encodeURIComponent,
  certificate: value => {
    const found = value.match(CERTIFICATE) ?? [];
    if (found.length !== 1) {
      throw new FormError(
        `holds ${found.length} certificates, and the driver takes one: give the one authority that signed the server's certificate`,
      );
    }
    return parsed(
      () => new X509Certificate(found[0]).toString(),
      'is no certificate in PEM',
    );
  },
  pkcs8: value =>
    parsed(
      () =>
        createPrivateKey(value)
          .export({ type: 'pkcs8', format: 'pem' })
          .toString(),
      'is no private key in PEM without a passphrase',
    ),
};

function parsed(parse: () => string, message: string): string {
  try {
    return parse();
  } catch {
    throw new FormError(message);
  }
}

/** A text with what is secret in it masked, for people. @public */
export function maskSecretText(parts: readonly SecretPart[]): string {
  return parts
    .map(part => (typeof part === 'string' ? part : SECRET_MASK))
    .join('');
}

/**
 * A text with its secrets in clear, for a submit. Throws InputError, without any value, naming the secret or file that is not set any
 * more or is not what it should be.
 * @public
 */
export function fillSecretText(
  parts: readonly SecretPart[],
  connection: Pick<
    ConnectionWithSecrets,
    'dataSource' | 'secrets' | 'extraFiles'
  >,
): string {
  return parts.map(part => fill(part, connection)).join('');
}

function fill(
  part: SecretPart,
  connection: Parameters<typeof fillSecretText>[1],
): string {
  if (typeof part === 'string') return part;
  if ('base64' in part) {
    return Buffer.from(fillSecretText(part.base64, connection)).toString(
      'base64',
    );
  }
  const { dataSource, secrets, extraFiles = {} } = connection;
  const [what, name, value] =
    'secret' in part
      ? ['secret', part.secret, own(secrets, part.secret)]
      : ['file', part.file, own(extraFiles, part.file)?.toString('utf8')];
  if (value === undefined) {
    throw new InputError(
      `Data source "${dataSource}": its ${what} "${name}" is not set any more: set it, or start a new run`,
    );
  }
  try {
    return (part.as ?? []).reduce((text, form) => FORMS[form](text), value);
  } catch (error) {
    throw new InputError(
      `Data source "${dataSource}": its ${what} "${name}" ${
        error instanceof FormError ? error.message : 'cannot be read'
      }`,
    );
  }
}

function own<T>(values: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
