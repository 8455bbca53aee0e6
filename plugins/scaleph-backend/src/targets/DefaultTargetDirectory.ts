import { NotAllowedError } from '@backstage/errors';
import {
  scalephTargetUpdatePermission,
  scalephTargetUsePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { RegisteredTargets } from './RegisteredTargets';
import { requireLogs } from './requireLogs';
import { RegisteredTarget, TargetDirectory } from './TargetDirectory';

/** A thousand runs a second ask for a few targets. */
const KEPT_MS = 1_000;

interface Kept {
  until: number;
  connection: Promise<RegisteredTarget | undefined>;
}

/** @internal */
export class DefaultTargetDirectory implements TargetDirectory {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly options: {
      targets: RegisteredTargets;
      authorizer: OwnershipAuthorizer;
    },
  ) {}

  async connection(name: string): Promise<RegisteredTarget | undefined> {
    const now = Date.now();
    const kept = this.kept.get(name);
    if (kept && kept.until > now) return kept.connection;
    // Names come from requests: those that are over make room.
    for (const [known, { until }] of this.kept) {
      if (until <= now) this.kept.delete(known);
    }
    const connection = this.read(name);
    this.kept.set(name, { until: now + KEPT_MS, connection });
    try {
      return await connection;
    } catch (error) {
      this.forget(name);
      throw error;
    }
  }

  /** It was just written here. */
  forget(name: string): void {
    this.kept.delete(name);
  }

  async list(): Promise<RegisteredTarget[]> {
    const targets = await this.options.targets.list();
    return targets.map(({ connection }) => connection);
  }

  async requireUse(name: string, caller: Caller): Promise<void> {
    const [target, mayUse] = await Promise.all([
      this.read(name),
      this.options.authorizer.judge(caller, scalephTargetUsePermission),
    ]);
    if (!target || mayUse(target)) return;
    throw new NotAllowedError(
      `Target "${name}": you lack the permission ${scalephTargetUsePermission.name} on it`,
    );
  }

  async usableBy(caller: Caller): Promise<(name: string) => boolean> {
    const [targets, mayUse] = await Promise.all([
      this.list(),
      this.options.authorizer.judge(caller, scalephTargetUsePermission),
    ]);
    const byName = new Map(targets.map(target => [target.name, target]));
    return name => {
      const target = byName.get(name);
      return !target || mayUse(target);
    };
  }

  async requireManage(name: string, caller: Caller): Promise<void> {
    await this.options.authorizer.require(
      `Target "${name}"`,
      this.read(name),
      caller,
      scalephTargetUpdatePermission,
    );
  }

  async requireLogs(name: string, caller: Caller): Promise<void> {
    const target = await this.read(name);
    if (target) await requireLogs(target, caller, this.options.authorizer);
  }

  private async read(name: string): Promise<RegisteredTarget | undefined> {
    return (await this.options.targets.find(name))?.connection;
  }
}
