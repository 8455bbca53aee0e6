import {
  DeploymentPlan,
  EngineContext,
  EngineHandle,
  EngineOperation,
  EngineSnapshot,
  LogBatch,
  Observation,
  OperationProgress,
  RunContext,
} from '@scaleph/backstage-plugin-scaleph-node';
import { FakeEngine, STREAMING } from '../FakeEngine';

/** The engine of an EngineServer, as the back ends of its test see it. */
export class RemoteEngine extends FakeEngine {
  constructor(private readonly url: string) {
    // The built-in connectors name this engine.
    super({ id: 'embedded', capabilities: STREAMING });
  }

  async submit(plan: DeploymentPlan, context: RunContext) {
    await context.connections();
    const { runId, deployment, restore } = context;
    return this.call<{ job: string }>('submit', plan, {
      ...{ runId, deployment, restore },
    });
  }

  observe(handle: EngineHandle | undefined, context: EngineContext) {
    return this.call<Observation>('observe', handle, plain(context));
  }

  act(
    handle: EngineHandle | undefined,
    action: 'cancel',
    context: EngineContext,
  ) {
    return this.call<void>('act', handle, action, plain(context));
  }

  perform(
    handle: EngineHandle | undefined,
    operation: EngineOperation,
    context: EngineContext,
  ) {
    return this.call<OperationProgress>(
      'perform',
      handle,
      operation,
      plain(context),
    );
  }

  deleteSnapshot(snapshot: EngineSnapshot) {
    return this.call<void>('deleteSnapshot', snapshot);
  }

  logs(
    handle: EngineHandle | undefined,
    options: EngineContext & { cursor?: string; limit: number },
  ) {
    const { cursor, limit } = options;
    const context = { ...plain(options), cursor, limit };
    return this.call<LogBatch>('logs', handle, context);
  }

  cleanUp(handle: EngineHandle | undefined, options: EngineContext) {
    return this.call<void>('cleanUp', handle, plain(options));
  }

  private async call<T>(call: string, ...args: unknown[]): Promise<T> {
    const response = await fetch(this.url, {
      method: 'POST',
      body: JSON.stringify({ call, args: args.map(arg => arg ?? null) }),
    });
    const { result, error } = (await response.json()) as {
      result: T;
      error?: { name: string; message: string };
    };
    if (error) {
      throw Object.assign(new Error(error.message), { name: error.name });
    }
    return result;
  }
}

function plain({ runId, deployment }: EngineContext) {
  return { runId, deployment };
}
