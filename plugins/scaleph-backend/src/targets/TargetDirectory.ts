import { TargetConnection } from '@scaleph/backstage-plugin-scaleph-node';
import { Caller } from '../http/Caller';

/** A target that was registered, through the API or by configuration. @internal */
export interface RegisteredTarget extends TargetConnection {
  /** Full entity ref of the Group or User that owns it. */
  owner: string;
}

/**
 * What the other rooms ask of the registered targets. Built-in ones (of an
 * engine that runs here, such as `embedded`) are not registered: nobody owns
 * them, and there is nothing to connect to.
 *
 * @internal
 */
export interface TargetDirectory {
  /**
   * The registered target of that name; undefined when it is built in or there
   * is none. Cheap, asked before every call of an engine: up to a second old.
   * Its secrets are read when they are asked for. No permissions.
   */
  connection(name: string): Promise<RegisteredTarget | undefined>;
  /** All of them, by name. No permissions. */
  list(): Promise<RegisteredTarget[]>;
  /**
   * Throws NotAllowedError when the caller may not run anything on it
   * (`scaleph.target.use`). Built-in targets, and names that nothing has, are
   * passed over.
   */
  requireUse(name: string, caller: Caller): Promise<void>;
  /** Tells of names whether `requireUse` lets them pass, after one question to the policy. */
  usableBy(caller: Caller): Promise<(name: string) => boolean>;
  /**
   * Throws NotFoundError or NotAllowedError unless the caller may manage the
   * registered target (`scaleph.target.update`): adopt its jobs.
   */
  requireManage(name: string, caller: Caller): Promise<void>;
  /**
   * Throws NotAllowedError unless the caller may read what its processes write
   * for the jobs of everybody (`scaleph.target.ui` or `.update`). Passes over
   * what `requireUse` does.
   */
  requireLogs(name: string, caller: Caller): Promise<void>;
}
