import type { DraftState } from './draftReducer';
import { isDirty } from './draftReducer';

/** Why something cannot be done now; the name of a text in `pipeline.reason`. @internal */
export type ActionReason =
  | 'denied'
  | 'retired'
  | 'problems'
  | 'unreadable'
  | 'conflict'
  | 'unchanged'
  | 'unpublished'
  | 'repository';

/** @internal */
export interface ActionReasons {
  edit?: ActionReason;
  save?: ActionReason;
  publish?: ActionReason;
  run?: ActionReason;
}

/** The draft differs in meaning from what is published, as far as the page knows. @internal */
export function hasChanges(state: DraftState): boolean {
  return isDirty(state) || state.pipeline.hasUnpublishedChanges;
}

/** Decides which actions are open and, where one is not, why. @internal */
export function actionReasons(
  state: DraftState,
  permissions: { update: boolean; publish: boolean; run: boolean },
  errors: number,
): ActionReasons {
  const blocked =
    state.status.type === 'conflict' || state.status.type === 'unreadable'
      ? state.status.type
      : undefined;
  const denied = (allowed: boolean) => (allowed ? undefined : 'denied');
  const retired = state.pipeline.retired ? 'retired' : undefined;
  const needsSave = isDirty(state) && !permissions.update;
  return {
    edit: denied(permissions.update) ?? retired,
    save:
      denied(permissions.update) ??
      retired ??
      blocked ??
      (isDirty(state) ? undefined : 'unchanged'),
    publish:
      (state.pipeline.origin ? 'repository' : undefined) ??
      denied(permissions.publish && !needsSave) ??
      retired ??
      blocked ??
      (errors > 0 ? 'problems' : undefined) ??
      (hasChanges(state) ? undefined : 'unchanged'),
    run:
      denied(permissions.run) ??
      retired ??
      (state.pipeline.publishedVersion === undefined
        ? 'unpublished'
        : undefined),
  };
}
