import type {
  Target,
  TargetRegistration,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Registration } from '../../registrations/lib/registrationDraft';

/** A target that was registered. */
export type RegisteredTarget = Target & { registered: TargetRegistration };

export function isRegistered(target: Target): target is RegisteredTarget {
  return target.registered !== undefined;
}

/** What of a registered target is edited, as the form takes it. */
export function registrationOf(target: RegisteredTarget): Registration {
  const { name, title, registered } = target;
  return {
    name,
    // Without a title of its own it goes by its name.
    ...(title !== name && { title }),
    ...registered,
  };
}
