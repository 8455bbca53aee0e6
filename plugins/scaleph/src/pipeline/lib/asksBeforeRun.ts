import type {
  PipelineDocument,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { fittingTargets } from '../../job/settings/chooseTarget';

/**
 * Whether there is anything to ask before a run starts: parameters, where it
 * runs, or settings and state, which only clusters have.
 *
 * @internal
 */
export function asksBeforeRun(
  document: PipelineDocument,
  targets: Target[],
): boolean {
  const fitting = fittingTargets(targets, document);
  return (
    Object.keys(document.spec.parameters ?? {}).length > 0 ||
    fitting.length > 1 ||
    fitting.some(it => it.engine !== 'embedded')
  );
}
