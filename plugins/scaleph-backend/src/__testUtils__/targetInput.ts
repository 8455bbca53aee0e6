import { TargetInput } from '@scaleph/backstage-plugin-scaleph-common';

/** A target of type `cluster` (see clusterEngine) that nothing connects to. */
export function targetInput(
  name: string,
  change: Partial<TargetInput> = {},
): TargetInput {
  return {
    name,
    type: 'cluster',
    owner: 'group:default/data',
    config: { url: 'http://127.0.0.1:8081' },
    ...change,
  };
}
