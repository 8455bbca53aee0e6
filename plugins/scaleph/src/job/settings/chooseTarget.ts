import type {
  PipelineDocument,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';

/** Targets that can run a document, by what they say of themselves. @internal */
export function fittingTargets(
  targets: Target[],
  { spec }: { spec: Pick<PipelineDocument['spec'], 'type' | 'mode'> },
): Target[] {
  return targets.filter(
    it =>
      it.pipelineTypes.includes(spec.type) &&
      it.modes.includes(spec.mode ?? 'batch'),
  );
}

/** Whether it has slots for so many parallel tasks; a target without slots has. @internal */
export function hasRoom(target: Target, parallelism: number): boolean {
  return target.freeSlots === undefined || target.freeSlots >= parallelism;
}

/**
 * The target that is offered first: one that answers and has room, else one
 * that answers, else any that fits.
 *
 * @internal
 */
export function chooseTarget(
  targets: Target[],
  parallelism: number,
): Target | undefined {
  const healthy = targets.filter(it => it.healthy);
  return (
    healthy.find(it => hasRoom(it, parallelism)) ?? healthy[0] ?? targets[0]
  );
}
