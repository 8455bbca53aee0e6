import type { SqlObject } from '@scaleph/backstage-plugin-scaleph-common';

/** Where in the metadata tree: nothing is the top. */
export interface SqlObjectPath {
  catalog?: string;
  database?: string;
  table?: string;
}

/**
 * What there is at a place, one level at a time. Answers come from memory when
 * they were asked for before; a level that cannot be read is empty.
 */
export interface SqlMetadata {
  list(path: SqlObjectPath): Promise<SqlObject[]>;
  functions(): Promise<string[]>;
  /** What the place itself would write at an offset of a statement. */
  hints(statement: string, position: number): Promise<string[]>;
  /** Forgets what was read, e.g. after a CREATE TABLE. */
  forget(): void;
}

type Ask = (
  query: SqlObjectPath & { functions?: boolean },
) => Promise<{ items: SqlObject[] }>;

/** Remembers each level; asks for one that is asked for twice only once. */
export class CachedSqlMetadata implements SqlMetadata {
  private levels = new Map<string, Promise<SqlObject[]>>();

  /** @param askHints - of places that complete by themselves */
  constructor(
    private readonly ask: Ask,
    private readonly askHints?: (
      statement: string,
      position: number,
    ) => Promise<{ items: string[] }>,
  ) {}

  list(path: SqlObjectPath): Promise<SqlObject[]> {
    return this.remember(JSON.stringify(path), path);
  }

  async functions(): Promise<string[]> {
    const found = await this.remember('functions', { functions: true });
    return found.map(it => it.name);
  }

  async hints(statement: string, position: number): Promise<string[]> {
    if (!this.askHints) return [];
    // Completion goes on without hints.
    return this.askHints(statement, position).then(
      ({ items }) => items,
      () => [],
    );
  }

  forget() {
    this.levels = new Map();
  }

  private remember(key: string, query: Parameters<Ask>[0]) {
    const known = this.levels.get(key);
    if (known) return known;
    const { levels } = this;
    // Completion goes on without a level; the tree shows why it is missing.
    const asked = this.ask(query).then(
      ({ items }) => items,
      () => {
        levels.delete(key);
        return [];
      },
    );
    levels.set(key, asked);
    return asked;
  }
}
