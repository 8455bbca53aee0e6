import { SqlError, SqlPage } from '@scaleph/backstage-plugin-scaleph-common';
import { scrubSecrets } from '@scaleph/backstage-plugin-scaleph-node';

/** Takes the values of secrets out of what a session answers. @internal */
export class SecretScrubber {
  private readonly values: string[];

  constructor(values: string[]) {
    // A nested value is JSON within a text: there a quote is escaped once more.
    this.values = [
      ...new Set(
        values.flatMap(value => [value, JSON.stringify(value).slice(1, -1)]),
      ),
    ].filter(value => value !== '');
  }

  text(text: string): string {
    return this.values.length ? scrubSecrets(text, this.values) : text;
  }

  error(error: SqlError): SqlError {
    return {
      ...error,
      message: this.text(error.message),
      ...(error.detail !== undefined && { detail: this.text(error.detail) }),
    };
  }

  page<T extends SqlPage>(page: T): T {
    if (this.values.length === 0) return page;
    return {
      ...page,
      rows: page.rows.map(row =>
        row.map(value =>
          typeof value === 'string' ? this.text(value) : value,
        ),
      ),
      ...(page.error && { error: this.error(page.error) }),
    };
  }
}
