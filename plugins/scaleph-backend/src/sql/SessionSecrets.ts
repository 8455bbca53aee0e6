import { NotFoundError } from '@backstage/errors';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { DataSourceFields } from './dataSourceFields';
import { SecretScrubber } from './SecretScrubber';
import { listOf, SqlSessionRow } from './sqlRows';

/** How long the secrets of a session are held in memory while it is read. */
const KEPT_MS = 10_000;

/** Scrubs the secrets of the data sources that a session has used; the session knows their names only. @internal */
export class SessionSecrets {
  private readonly recent = new Map<
    string,
    { until: number; scrubber: Promise<SecretScrubber> }
  >();

  constructor(
    private readonly dataSources: Pick<
      DataSourceDirectory,
      'lookUp' | 'connectionsWithSecrets'
    >,
    private readonly fields: Pick<DataSourceFields, 'texts'>,
  ) {}

  async scrubberOf(
    session: Pick<SqlSessionRow, 'data_sources'>,
  ): Promise<SecretScrubber> {
    const names = listOf(session.data_sources);
    if (names.length === 0) return new SecretScrubber([]);
    const key = session.data_sources;
    const now = Date.now();
    for (const [other, { until }] of this.recent) {
      if (until < now) this.recent.delete(other);
    }
    const known = this.recent.get(key);
    if (known) return known.scrubber;
    const scrubber = this.read(names);
    this.recent.set(key, { until: now + KEPT_MS, scrubber });
    scrubber.catch(() => this.recent.delete(key));
    return scrubber;
  }

  private async read(names: string[]): Promise<SecretScrubber> {
    const known = await this.dataSources.lookUp(names);
    const secrets = await Promise.all(
      [...known.keys()].map(name => this.secretsOf(name)),
    );
    return new SecretScrubber(secrets.flat());
  }

  private async secretsOf(name: string): Promise<string[]> {
    try {
      const found = await this.dataSources.connectionsWithSecrets([name]);
      return this.fields.texts(found[name]);
    } catch (error) {
      // A data source that was deleted meanwhile has no secret to protect.
      if (error instanceof NotFoundError) return [];
      throw error;
    }
  }
}
