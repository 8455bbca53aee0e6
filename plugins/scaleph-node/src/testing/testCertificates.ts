import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What the authority of the test servers has signed, as extra files of a data source, and an authority that has signed nothing. Throws
 * without SCALEPH_TEST_TLS, which `./scaleph test` and `tools/test-servers/with.mjs` set where openssl is.
 * @public
 */
export function testCertificates(): {
  ca: Buffer;
  otherCa: Buffer;
  clientCertificate: Buffer;
  clientKey: Buffer;
} {
  const directory = process.env.SCALEPH_TEST_TLS;
  if (!directory) throw new Error('SCALEPH_TEST_TLS is not set');
  const read = (name: string) =>
    readFileSync(`${fileURLToPath(directory)}/${name}`);
  return {
    ca: read('ca.pem'),
    otherCa: read('other-ca.pem'),
    clientCertificate: read('client.pem'),
    clientKey: read('client.key'),
  };
}
