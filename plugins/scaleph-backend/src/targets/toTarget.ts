import {
  ConnectionTest,
  Target,
  targetEntityRef,
  TargetRegistration,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Engine, TargetInfo } from '@scaleph/backstage-plugin-scaleph-node';
import { toEtag } from '../http/etag';
import { toRegistration } from '../registrations/registrationRows';
import { StoredRegistration } from '../registrations/RegistrationStore';
import { StoredTarget } from './RegisteredTargets';
import { ObservedTarget } from './EngineRegistry';

/** What the API answers of a target that an engine knows. @internal */
export function toTarget(
  { engine, target, connection }: ObservedTarget,
  stored?: StoredTarget,
): Target {
  return {
    ...toHealth(target),
    engine: engine.id,
    ...engine.capabilities(connection),
    ...(stored && { registered: toTargetRegistration(stored, engine) }),
  };
}

/** The same when the module that brought the type is gone. @internal */
export function toOrphanTarget(stored: StoredTarget): Target {
  const { name, title, type } = stored.connection;
  return {
    name,
    title,
    engine: type,
    pipelineTypes: [],
    modes: [],
    actions: [],
    healthy: false,
    message: `No engine for targets of type "${type}" is installed: add its module to the back end`,
    registered: toTargetRegistration(stored, undefined),
  };
}

/** Of a registered target. @internal */
export function toTargetRegistration(
  { row, secrets, readOnly }: StoredRegistration & { readOnly?: boolean },
  engine: Engine | undefined,
): TargetRegistration {
  return {
    ...toRegistration(row, secrets, engine?.targetType),
    entityRef: targetEntityRef(row.name),
    ...(readOnly && { readOnly }),
    ...(row.last_test !== null && {
      lastTest: JSON.parse(row.last_test) as ConnectionTest,
    }),
    etag: toEtag(row),
  };
}

function toHealth(target: TargetInfo) {
  const { name, title, healthy, message, version } = target;
  const { slots, freeSlots, runningJobs } = target;
  return {
    name,
    title,
    healthy,
    ...(message !== undefined && { message }),
    ...(version !== undefined && { version }),
    ...(slots !== undefined && { slots }),
    ...(freeSlots !== undefined && { freeSlots }),
    ...(runningJobs !== undefined && { runningJobs }),
  };
}
