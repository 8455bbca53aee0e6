import { JsonObject } from '@backstage/types';
import { TargetInput } from '@scaleph/backstage-plugin-scaleph-common';
import {
  TargetConnection,
  TargetType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { TypeRegistry } from '../registrations/TypeRegistry';
import { RegisteredTargets, StoredTarget } from './RegisteredTargets';

/** Others are asked for so long, in milliseconds; one that is down must not make the test of this one slow. */
const PATIENCE = 3_000;

/** More than an installation has; a limit to what one test sets off. */
const MOST_ASKED = 20;

/** Whether the caller may know of it. @internal */
export type IsVisible = (target: { owner: string }) => boolean;

/**
 * Finds out whether a cluster is registered under another name as well: its
 * jobs would be counted and shown twice, and each name would take the other's
 * runs for foreign ones. Answers sentences for a person, which name only what
 * the caller may read.
 *
 * @internal
 */
export class SameClusters {
  constructor(
    private readonly options: {
      targets: Pick<RegisteredTargets, 'list'>;
      types: Pick<TypeRegistry<TargetType>, 'find'>;
    },
  ) {}

  /** By what is registered alone; asks no cluster. */
  async byAddress(target: Registered, isVisible: IsVisible): Promise<string[]> {
    const others = await this.others(target, isVisible);
    return others
      .filter(({ connection }) => this.isAt(connection, target))
      .map(({ row }) => told(row.name, 'has the same address'));
  }

  /** Also by what the clusters say of themselves. One that does not answer is none that this is known of. */
  async byIdentity(
    target: TargetConnection,
    isVisible: IsVisible,
    signal: AbortSignal,
  ): Promise<string[]> {
    const identify = this.options.types.find(target.type)?.identify;
    const others = await this.others(target, isVisible);
    const ids = (await identify?.(target, { signal })) ?? [];
    const found = await Promise.all(
      others.slice(0, MOST_ASKED).map(async ({ row, connection }) => {
        if (this.isAt(connection, target)) {
          return [told(row.name, 'has the same address')];
        }
        const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
        const same =
          ids.length && identify
            ? await sharesOne(ids, identify(connection, { signal: limit }))
            : false;
        return same ? [told(row.name, 'has the same processes')] : [];
      }),
    );
    return found.flat();
  }

  private async others(
    { name, type }: Registered,
    isVisible: IsVisible,
  ): Promise<StoredTarget[]> {
    const targets = await this.options.targets.list();
    return targets.filter(
      ({ row }) => row.type === type && row.name !== name && isVisible(row),
    );
  }

  private isAt(one: Registered, other: Registered): boolean {
    const type = this.options.types.find(other.type);
    if (!type) return false;
    const addressOf = ({ config }: Registered) =>
      type.address?.(config as JsonObject) ??
      type.location(config as JsonObject);
    return addressOf(one) === addressOf(other);
  }
}

type Registered = Pick<TargetInput, 'name' | 'type' | 'config'>;

async function sharesOne(
  ids: string[],
  asked: Promise<string[]>,
): Promise<boolean> {
  try {
    const others = await asked;
    return ids.some(id => others.includes(id));
  } catch {
    // It is not this one's test that would say what is wrong with the other.
    return false;
  }
}

function told(name: string, why: string): string {
  return `Target "${name}" ${why}: this is the same cluster. Use that one, unless you need it under two names`;
}
