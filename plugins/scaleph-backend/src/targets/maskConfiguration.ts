import { ConfigurationEntry } from '@scaleph/backstage-plugin-scaleph-common';

/** What stands where a secret was, as in Flink's own user interface. */
const MASK = '******';

/**
 * Keys whose values are secrets: those that Flink itself hides
 * (https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/security/security-ssl/,
 * `GlobalConfiguration.SENSITIVE_KEYS`), and what others call theirs.
 */
const SECRET_KEY =
  /password|passwd|passphrase|secret|token|credential|apikey|api-key|access[.-]?key|private[.-]?key|account\.key|service-key|auth-params|basic-auth|authorization|jaas\.config|keystore\.key|user-info|http-headers/i;

/**
 * `-Dkey=value` and `--key=value` within a longer text, such as `env.java.opts`. A key has an end, so that a text that looks like many of
 * them is not read to its end for each.
 */
const INNER_OPTION = /(-D|--)([^\s=]{1,1024})=("[^"]*"|'[^']*'|\S+)/g;
/** `//user:password@host` */
const URL_PASSWORD = /(\/\/[^\s/:@]*):[^\s/@]+@/g;

/** The entries without what looks like a secret. @internal */
export function maskConfiguration(
  items: ConfigurationEntry[],
): ConfigurationEntry[] {
  return items.map(item => ({
    ...item,
    value: SECRET_KEY.test(item.key) ? MASK : maskWithin(item.value),
  }));
}

function maskWithin(value: string): string {
  return value
    .replace(INNER_OPTION, (option, dashes: string, key: string) =>
      SECRET_KEY.test(key) ? `${dashes}${key}=${MASK}` : option,
    )
    .replace(URL_PASSWORD, `$1:${MASK}@`);
}
