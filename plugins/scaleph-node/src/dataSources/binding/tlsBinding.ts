import { BindingLimit, BindRequest } from './ConnectorBinding';

/** Files of a connection with TLS. @internal */
export const TLS_FILES = ['ca', 'clientCertificate', 'clientKey'];

/** Whether the certificate of the server is to be verified. */
function isVerified({ config }: BindRequest): boolean {
  return (config.ssl ?? 'verify-full') === 'verify-full';
}

/** What a connector has no use for: every file of TLS without TLS, an authority where nothing is verified. @internal */
export function unneededTls(request: BindRequest, isTls: boolean): string[] {
  if (!isTls) return TLS_FILES;
  return isVerified(request) ? [] : ['ca'];
}

/**
 * What holds of connectors that leave TLS to Java: their authorities are those that Java on the TaskManagers trusts, and they have no
 * place for a client certificate.
 * @internal
 */
export function javaTlsLimits(
  request: BindRequest,
  options: { driver: string; isTls: boolean; elsewhere?: string },
): BindingLimit[] {
  const { driver, isTls, elsewhere } = options;
  if (!isTls) return [];
  const authority: BindingLimit = {
    of: ['ca'],
    severity: 'warning',
    says: `its file "ca" is not handed over: ${driver} goes by the authorities that Java on the TaskManagers trusts, and refuses the server when its own is not among them`,
    fix: `Import the authority there (keytool -importcert -cacerts)${
      elsewhere ? `, or ${elsewhere}` : ''
    }.`,
  };
  return [
    ...(request.files.includes('ca') && isVerified(request) ? [authority] : []),
    ...clientCertificateLimits(request, options),
  ];
}

/** Of connectors that cannot be given a client certificate. @internal */
export function clientCertificateLimits(
  { files }: BindRequest,
  { driver, isTls, elsewhere }: Parameters<typeof javaTlsLimits>[1],
): BindingLimit[] {
  const held = ['clientCertificate', 'clientKey'].filter(it =>
    files.includes(it),
  );
  if (!isTls || held.length === 0) return [];
  return [
    {
      of: held,
      severity: 'error',
      says: `its ${held.length > 1 ? 'files' : 'file'} ${held
        .map(it => `"${it}"`)
        .join(
          ' and ',
        )} cannot be handed to ${driver}, which reads a client certificate from files of the TaskManagers alone`,
      fix: `Use a data source without a client certificate${
        elsewhere ? `, or ${elsewhere}` : ''
      }.`,
    },
  ];
}

/** Of connectors that verify certificates also where the data source does not ask for it. @internal */
export function verifiedAllTheSame(
  { config, files }: BindRequest,
  isTls: boolean,
): BindingLimit[] {
  if (!isTls || config.ssl !== 'require' || files.includes('ca')) return [];
  return [
    {
      of: ['ssl'],
      severity: 'warning',
      says: 'ssl is "require", and the connector verifies the certificate all the same',
      fix: 'Have the authority of the server among those that Java on the TaskManagers trusts.',
    },
  ];
}

/** Of connectors that know no TLS, or leave it out on some of their ways. @internal */
export function noTlsLimits(
  { config }: BindRequest,
  says: string,
): BindingLimit[] {
  if ((config.ssl ?? 'disable') === 'disable') return [];
  return [
    {
      of: ['ssl', ...TLS_FILES],
      severity: 'error',
      says: `ssl is "${config.ssl}", and ${says}: rows and password would go in clear`,
      fix: 'Use Flink SQL or another connector, or a data source without TLS for a network that you trust.',
    },
  ];
}
