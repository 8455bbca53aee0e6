import type {
  KnownConnector,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';

/** Why a connector cannot be run where the pipeline is to run. @internal */
export type ConnectorAbsence =
  | { type: 'target'; target: string }
  | { type: 'nowhere' };

/**
 * @param targets - those that run pipelines of this type and mode; none while they are not known
 * @param chosen - name of the one that is meant; any when absent
 * @internal
 */
export function connectorAbsence(
  { engines }: Pick<KnownConnector, 'engines'>,
  targets: readonly Target[],
  chosen?: string,
): ConnectorAbsence | undefined {
  const target = targets.find(it => it.name === chosen);
  if (target) {
    return engines.includes(target.engine)
      ? undefined
      : { type: 'target', target: target.title };
  }
  const runs =
    !targets.length || targets.some(it => engines.includes(it.engine));
  return runs ? undefined : { type: 'nowhere' };
}
