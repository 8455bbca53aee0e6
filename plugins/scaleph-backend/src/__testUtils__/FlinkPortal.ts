import {
  isTerminal,
  Run,
  TargetInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import flinkModule from '@scaleph/backstage-plugin-scaleph-backend-module-flink';
import type { FlinkLab } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { RunActionInput } from '../runs/RunService';
import { startTestScaleph, TestScaleph } from './startTestScaleph';
import { waitFor } from './waitFor';

const API = '/api/scaleph';
const OWNER = 'group:default/data';

/** The real plugin with the real Flink engine, over HTTP, as one user sees it. */
export class FlinkPortal {
  private constructor(
    readonly scaleph: TestScaleph,
    readonly agent: ReturnType<TestScaleph['as']>,
  ) {}

  static async start(
    options: Parameters<typeof startTestScaleph>[0],
  ): Promise<FlinkPortal> {
    const features = [...(options.features ?? []), flinkModule];
    const scaleph = await startTestScaleph({ ...options, features });
    return new FlinkPortal(scaleph, scaleph.as('user:default/anna'));
  }

  /** Registers the cluster of a lab as the target `lab`. */
  async register(
    lab: Pick<FlinkLab, 'restUrl' | 'gatewayUrl'>,
    change: Partial<TargetInput> = {},
  ): Promise<void> {
    const { restUrl, gatewayUrl } = lab;
    await this.agent
      .post(`${API}/targets`)
      .send({
        name: 'lab',
        type: 'flink-session',
        owner: OWNER,
        config: { restUrl, gatewayUrl },
        ...change,
      })
      .expect(201);
  }

  async upload(name: string, bytes: Buffer, status = 201): Promise<void> {
    await this.agent
      .put(`${API}/artifacts/${name}?owner=${encodeURIComponent(OWNER)}`)
      .set('Content-Type', 'application/java-archive')
      .send(bytes)
      .expect(status);
  }

  async removeUpload(name: string): Promise<void> {
    await this.agent.delete(`${API}/artifacts/${name}`).expect(204);
  }

  /** Makes a pipeline, or its next version. */
  async publish(name: string, spec: object): Promise<void> {
    const document = {
      apiVersion: 'scaleph.io/v1alpha1',
      kind: 'Pipeline',
      metadata: { name, owner: OWNER },
      spec,
    };
    const made = await this.agent
      .post(`${API}/pipelines`)
      .send({ document, publish: true });
    if (made.status === 201) return;
    if (made.status !== 409) throw new Error(JSON.stringify(made.body));
    await this.agent
      .put(`${API}/pipelines/${name}`)
      .set('If-Match', '*')
      .send({ document })
      .expect(200);
    await this.agent
      .post(`${API}/pipelines/${name}/versions`)
      .set('If-Match', '*')
      .send({})
      .expect(201);
  }

  /** Starts a run on the target `lab`. */
  async run(pipeline: string, more: object = {}): Promise<string> {
    const { body } = await this.agent
      .post(`${API}/pipelines/${pipeline}/runs`)
      .send({ target: 'lab', ...more })
      .expect(201);
    return body.id;
  }

  async act(id: string, input: RunActionInput): Promise<void> {
    const { status, body } = await this.agent
      .post(`${API}/runs/${id}/actions`)
      .send(input);
    if (status >= 300) throw new Error(JSON.stringify(body));
  }

  async get(id: string): Promise<Run> {
    return (await this.agent.get(`${API}/runs/${id}`).expect(200)).body;
  }

  /** Waits for a state; throws when the run ends in another one. */
  async until(
    id: string,
    state: Run['state'],
    deployment?: number,
  ): Promise<Run> {
    return waitFor(
      async () => {
        const run = await this.get(id);
        const isThere =
          run.state === state &&
          (deployment === undefined || run.deployment === deployment);
        if (!isThere && isTerminal(run.state)) {
          throw new Error(`Run ${id} is ${run.state}: ${run.reason}`);
        }
        return isThere && run;
      },
      { timeoutMs: 90_000, what: `run ${id} is ${state}` },
    );
  }
}
