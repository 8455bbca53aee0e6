import {
  ProcessText,
  SECRET_MASK,
} from '@scaleph/backstage-plugin-scaleph-common';

/** A field of JSON, HOCON or YAML whose name says that it is a secret, with its quoted or plain value. */
const FIELD =
  /((?:^|[\s{,"'.?&;])["']?[\w.-]{0,80}(?:password|passwd|secret|token|credential|api[_.-]?key|access[_.-]?key|jaas\.config|user-info|keystore\.key|\bauth(?=["']?\s*[:=])|authorization)[\w-]*["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?:(?:Basic|Bearer)\s+)?[^\s,}"']+)/gim;

/** User and password in a URI, as MongoDB's: the password goes to the last `@` before the place. */
const LOGIN = /(:\/\/[^\s:@/"']{0,200}:)[^\s/"']{1,1000}@/g;

/**
 * A log with secrets masked by the names of their fields: programs that run on
 * the JobManager write their configuration there (SeaTunnel up to 2.3.8 does,
 * passwords included), and who may see a log may not see those.
 *
 * @internal
 */
export function maskConfiguredSecrets(text: ProcessText): ProcessText {
  const fields = text.text.replace(
    FIELD,
    (_, field: string, value: string) =>
      `${field}${quoteOf(value)}${SECRET_MASK}${quoteOf(value)}`,
  );
  return { ...text, text: maskLogins(fields) };
}

/** A text of the cluster, such as the stack of an exception, without the passwords of URIs. @internal */
export function maskLogins(text: string): string {
  return text.replace(LOGIN, `$1${SECRET_MASK}@`);
}

function quoteOf(value: string): string {
  return /^["']/.test(value) ? value[0] : '';
}
