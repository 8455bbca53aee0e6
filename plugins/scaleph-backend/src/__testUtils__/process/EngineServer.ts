import { toError } from '@backstage/errors';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { FakeEngine } from '../FakeEngine';

const CALLS = [
  ...(['submit', 'observe', 'act', 'perform', 'logs', 'cleanUp'] as const),
  'deleteSnapshot' as const,
];
type Call = (typeof CALLS)[number];

/** An engine in memory behind HTTP, as a cluster is: it outlives the back ends that are killed. */
export class EngineServer {
  private constructor(readonly url: string, private readonly server: Server) {}

  static async start(engine: FakeEngine): Promise<EngineServer> {
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { call, args } = JSON.parse(text) as {
        call: Call;
        args: unknown[];
      };
      try {
        if (!CALLS.includes(call)) throw new Error(`no call ${call}`);
        const context = args[args.length - 1] as object;
        Object.assign(context, { connections: async () => ({}) });
        const method = engine[call] as (...given: unknown[]) => unknown;
        const result = await method.apply(engine, args);
        response.end(JSON.stringify({ result }));
      } catch (error) {
        const { name, message } = toError(error);
        response.end(JSON.stringify({ error: { name, message } }));
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return new EngineServer(`http://127.0.0.1:${port}`, server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
