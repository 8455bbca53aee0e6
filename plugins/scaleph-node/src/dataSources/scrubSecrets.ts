const MASK = '******';

/**
 * `text` with every secret in it replaced by `******`, also where it is percent-encoded, in base64 or escaped as in JSON, SQL or YAML.
 * Secrets of fewer than four characters are replaced only where they stand alone: masking each "a" would tell what the secret is.
 * @public
 */
export function scrubSecrets(
  text: string,
  secrets: Record<string, string> | readonly string[],
): string {
  const values = Object.values(secrets).filter(value => value !== '');
  const forms = [...new Set(values.flatMap(formsOf))];
  // The longest first: a secret may hold another one.
  forms.sort((a, b) => b.length - a.length);
  return forms.reduce(
    (scrubbed, form) =>
      form.length < 4
        ? maskAlone(scrubbed, form)
        : scrubbed.replaceAll(form, MASK),
    text,
  );
}

function formsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const base64 = Buffer.from(value).toString('base64');
  // A lone surrogate cannot be percent-encoded, and then no such form exists.
  const encoded = /\p{Surrogate}/u.test(value)
    ? value
    : encodeURIComponent(value);
  // Between single quotes, as SHOW CREATE TABLE has it.
  const quoted = value.replaceAll("'", "''");
  return value.length < 4 ? [value] : [value, json, base64, encoded, quoted];
}

function maskAlone(text: string, form: string): string {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'),
    MASK,
  );
}
