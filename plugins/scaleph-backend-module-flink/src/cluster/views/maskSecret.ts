/** Flink's own list of what is secret by its name, and `key` and `credential` in places where keys are secrets. */
const SENSITIVE =
  /password|passwd|secret|token|credential|api-?key|access-?key|private-?key|account\.key|service-key|auth-params|basic-auth|jaas\.config|keystore\.key|user-info|http-headers/i;

/** The value, or `******` when its name says that it is secret. @internal */
export function maskSecret(key: string, value: string): string {
  return SENSITIVE.test(key) && value !== '' ? '******' : value;
}
