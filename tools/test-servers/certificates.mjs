import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ServerNotAvailable } from './serverNotAvailable.mjs';

/**
 * Makes an authority of its own and what it signs, in a temporary directory of PEM files: `ca.pem`; `server.pem` and `server.key`
 * for localhost and 127.0.0.1; `client.pem` and `client.key`; and `other-ca.pem`, which has signed nothing. Resolves to
 * `{directory, environment, stop}`. Throws ServerNotAvailable without openssl.
 */
export async function makeCertificates() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-tls-'));
  // PostgreSQL's server is another user.
  fs.chmodSync(directory, 0o755);
  const openssl = (...args) =>
    execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });
  try {
    authority(openssl, 'ca');
    authority(openssl, 'other-ca');
    fs.writeFileSync(
      path.join(directory, 'server.ext'),
      'subjectAltName=DNS:localhost,IP:127.0.0.1\n',
    );
    fs.writeFileSync(
      path.join(directory, 'client.ext'),
      'extendedKeyUsage=clientAuth\n',
    );
    signed(openssl, 'server', 'localhost');
    signed(openssl, 'client', 'scaleph');
    // As Kafka's broker reads a key with its certificate.
    fs.writeFileSync(
      path.join(directory, 'server-keystore.pem'),
      ['server.key', 'server.pem']
        .map(file => fs.readFileSync(path.join(directory, file), 'utf8'))
        .join(''),
    );
  } catch (error) {
    fs.rmSync(directory, { recursive: true, force: true });
    if (error.code !== 'ENOENT') throw error;
    throw new ServerNotAvailable('openssl is not on this machine');
  }
  return {
    directory,
    environment: { SCALEPH_TEST_TLS: pathToFileURL(directory).href },
    stop: async () => fs.rmSync(directory, { recursive: true, force: true }),
  };
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function authority(openssl, name) {
  openssl(
    ...['req', '-x509', ...KEY, '-days', '2', '-subj', `/CN=Scaleph ${name}`],
    ...['-keyout', `${name}.key`, '-out', `${name}.pem`],
  );
}

function signed(openssl, name, commonName) {
  openssl(
    ...['req', ...KEY, '-subj', `/CN=${commonName}`],
    ...['-keyout', `${name}.key`, '-out', `${name}.csr`],
  );
  openssl(
    ...['x509', '-req', '-in', `${name}.csr`, '-days', '2'],
    ...['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-extfile', `${name}.ext`, '-out', `${name}.pem`],
  );
}
