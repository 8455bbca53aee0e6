import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { dataSourceNameOf } from '@scaleph/backstage-plugin-scaleph-common';
import { setTimeout } from 'node:timers/promises';

const APPEARS_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 250;

/** The part of CatalogService that the actions use. @internal */
export type CatalogLookup = Pick<CatalogService, 'getEntityByRef'>;

/**
 * What the actions ask of the catalog, in the name of whoever started the task.
 *
 * @internal
 */
export class CatalogEntries {
  constructor(
    private readonly catalog: CatalogLookup,
    private readonly credentials: BackstageCredentials,
  ) {}

  /**
   * The name of the data source behind a catalog ref: the catalog's name for it may be a slug. A name, or a ref that the catalog does
   * not know, comes back as it is.
   */
  async dataSourceName(ref: string): Promise<string> {
    if (!ref.includes(':')) return ref;
    const entity = await this.catalog.getEntityByRef(ref, {
      credentials: this.credentials,
    });
    return (entity && dataSourceNameOf(entity)) ?? ref;
  }

  /**
   * Waits for the entity to show up, ten seconds at most, so that the link of a finished task leads somewhere. An entity that does not
   * come is worth a warning, since what it stands for has been made all the same.
   */
  async waitFor(
    entityRef: string,
    { logger, signal }: { logger: LoggerService; signal?: AbortSignal },
  ): Promise<void> {
    const end = performance.now() + APPEARS_WITHIN_MS;
    const options = { credentials: this.credentials };
    while (!(await this.catalog.getEntityByRef(entityRef, options))) {
      if (performance.now() > end) {
        logger.warn(
          `The catalog does not show ${entityRef} yet: is @scaleph/backstage-plugin-catalog-backend-module-scaleph installed?`,
        );
        return;
      }
      await setTimeout(LOOK_EVERY_MS, undefined, { signal });
    }
  }
}
