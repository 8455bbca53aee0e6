import {
  ClusterProcessList,
  ConnectionTest,
  RegistrationTypeInfo,
  ProcessText,
  Target,
  TargetConfiguration,
  TargetInput,
  TargetOverview,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ProcessTextRequest } from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { ConnectionEdit } from '../registrations/ConnectionEdit';
import { IsVisible } from './SameClusters';

/** A way into a cluster's own user interface. @internal */
export interface UiTicket {
  /** Below the API's base: `/ui/<ticket>/`. */
  path: string;
  /** ISO 8601; later while it is used. */
  expiresAt: string;
}

/**
 * Targets: the places where pipelines can run. Some are built into an engine
 * that runs here, others are clusters that were registered. What a cluster is
 * and does is asked of its engine each time; stored is where it is.
 *
 * Secrets go in and never come out, as those of data sources.
 *
 * Every method throws NotFoundError for a target that does not exist or that
 * the caller may not read, and ServiceUnavailableError when the cluster does
 * not answer; writes throw PreconditionFailedError for a stale If-Match, and
 * leave everything as it was when they throw.
 *
 * @internal
 */
export interface TargetService {
  /**
   * Built-in ones first.
   *
   * @param isVisible - asked of registered ones, here and below; set by AuthorizedTargetService
   */
  list(caller: Caller, isVisible?: IsVisible): Promise<Target[]>;
  get(name: string, caller: Caller): Promise<Target>;
  /** Throws ConflictError when the name is taken, also by a built-in target. Idempotent by the caller's key. */
  create(
    input: TargetInput,
    caller: Caller,
    isVisible?: IsVisible,
  ): Promise<Target>;
  /** Throws ConflictError for one that comes from the configuration. */
  update(
    name: string,
    input: TargetInput,
    ifMatch: IfMatch,
    caller: Caller,
    isVisible?: IsVisible,
  ): Promise<Target>;
  /** Throws ConflictError while runs on it have not ended or SQL sessions are open, or when it comes from the configuration. */
  delete(name: string, ifMatch: IfMatch, caller: Caller): Promise<void>;
  /** Tries the stored connection and remembers the outcome; with an edit, tries that and remembers nothing. */
  test(
    name: string,
    edit: ConnectionEdit,
    caller: Caller,
    isVisible?: IsVisible,
  ): Promise<ConnectionTest>;
  listTypes(caller: Caller): Promise<RegistrationTypeInfo[]>;
  /** Tries a connection that is not saved. */
  testConfig(
    type: string,
    edit: ConnectionEdit & { config: JsonObject },
    caller: Caller,
    isVisible?: IsVisible,
  ): Promise<ConnectionTest>;
  overview(name: string, caller: Caller): Promise<TargetOverview>;
  /** What looks like a secret is masked. */
  configuration(name: string, caller: Caller): Promise<TargetConfiguration>;
  processes(name: string, caller: Caller): Promise<ClusterProcessList>;
  /** Logs are everybody's who runs jobs there: for those who may manage the target. */
  readText(
    name: string,
    request: ProcessTextRequest,
    caller: Caller,
  ): Promise<ProcessText>;
  /** Throws NotFoundError for a target whose engine has no user interface. */
  createUiTicket(name: string, caller: Caller): Promise<UiTicket>;
}
