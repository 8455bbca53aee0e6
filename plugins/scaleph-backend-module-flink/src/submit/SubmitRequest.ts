import {
  ConnectionWithSecrets,
  RunContext,
} from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkJobPayload, FlinkPayload } from '../plan/FlinkPayload';
import { FlinkTarget } from '../targetType/FlinkTargets';

/** One submit, with the secrets in clear. @internal */
export interface SubmitRequest<
  Kind extends FlinkJobPayload['kind'] = FlinkJobPayload['kind'],
> {
  jobId: string;
  payload: Extract<FlinkPayload, { kind: Kind }>;
  target: FlinkTarget;
  connections: Record<string, ConnectionWithSecrets>;
  context: RunContext;
}

/** What submits of all kinds have. @internal */
export type AnySubmit = Pick<SubmitRequest, 'jobId' | 'context' | 'target'> & {
  payload: Pick<FlinkPayload, 'settings' | 'parallelism'>;
};
