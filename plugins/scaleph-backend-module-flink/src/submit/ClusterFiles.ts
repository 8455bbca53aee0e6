import {
  ArtifactContent,
  EngineContext,
} from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { FlinkRestClient } from '../rest/FlinkRestClient';

const PREFIX = 'scaleph-';
const CONFIG = `${PREFIX}config-`;
/** A configuration that is older belongs to a submit that is over, whatever became of it. */
const STALE_MS = 15 * 60_000;

type Deployment = Pick<EngineContext, 'runId' | 'deployment'>;

/**
 * Files on a JobManager, in its store of jars. Jars are kept and found again by
 * their content. The configuration of a job is stored as a jar too, since that
 * is how a file gets there without a shared disk; it may hold passwords, and is
 * deleted as soon as the job was taken or refused.
 *
 * @internal
 */
export class ClusterFiles {
  constructor(private readonly rest: FlinkRestClient) {}

  /** The id of a jar, uploaded unless the cluster has its content already. */
  async jar(content: ArtifactContent): Promise<string> {
    const name = `${PREFIX}${content.sha256}.jar`;
    const jars = await this.rest.jars.list();
    const known = jars.find(jar => jar.name === name);
    if (known) return known.id;
    return this.rest.jars.upload({
      name,
      size: content.sizeBytes,
      content: content.open(),
    });
  }

  /** Calls `use` with the path of a file of that text, which is gone afterwards. */
  async withConfig<T>(
    deployment: Deployment,
    text: string,
    use: (path: string) => Promise<T>,
  ): Promise<T> {
    await this.sweep();
    const bytes = Buffer.from(text);
    const { id, path } = await this.rest.jars.uploadFile({
      name: `${configPrefix(deployment.runId)}${deployment.deployment}.jar`,
      size: bytes.length,
      content: once(bytes),
    });
    try {
      return await use(path);
    } finally {
      await this.delete(id);
    }
  }

  /** Deletes configurations that a submit left behind: those of a run, else those of submits that are long over. */
  async sweep(runId?: string): Promise<void> {
    const jars = await this.rest.jars.list();
    const isLeft = (jar: { name: string; uploadedAt: number }) =>
      runId === undefined
        ? jar.name.startsWith(CONFIG) && jar.uploadedAt < Date.now() - STALE_MS
        : jar.name.startsWith(configPrefix(runId));
    for (const jar of jars.filter(isLeft)) await this.delete(jar.id);
  }

  private async delete(id: string): Promise<void> {
    try {
      await this.rest.jars.delete(id);
    } catch (error) {
      // It is gone: another back end has swept it, or the JobManager is new.
      if (!(error instanceof FlinkRequestError && error.status === 400)) {
        throw error;
      }
    }
  }
}

function configPrefix(runId: string): string {
  return `${CONFIG}${runId}-`;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}
