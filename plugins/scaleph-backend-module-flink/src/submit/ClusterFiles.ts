import {
  ArtifactContent,
  EngineContext,
} from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { Jar } from '../rest/JarsApi';

const PREFIX = 'scaleph-';
const CONFIG = `${PREFIX}config-`;
const JAR = new RegExp(`^${PREFIX}[0-9a-f]{64}\\.jar$`);
/** A configuration that is older belongs to a submit that is over, whatever became of it. */
const STALE_MS = 15 * 60_000;
/** A jar that is older is uploaded anew before it is used, so that no submit depends on one that is to be deleted. */
const RENEW_MS = 12 * 3_600_000;
const KEEP_MS = 24 * 3_600_000;
/** Of one sweep, which somebody may wait for. */
const MOST_DELETED = 50;

type Deployment = Pick<EngineContext, 'runId' | 'deployment'>;

/**
 * Files on a JobManager, in its store of jars. Jars are found again by their
 * content, and deleted a day after their upload: a job does not need them once
 * it was taken, since Flink keeps what it runs elsewhere. The configuration of a job is stored as a jar too, since that
 * is how a file gets there without a shared disk; it may hold passwords, and is
 * deleted as soon as the job was taken or refused.
 *
 * @internal
 */
export class ClusterFiles {
  constructor(
    private readonly rest: FlinkRestClient,
    private readonly now: () => number = Date.now,
  ) {}

  /** The id of a jar, uploaded unless the cluster has its content already. */
  async jar(content: ArtifactContent): Promise<string> {
    const name = `${PREFIX}${content.sha256}.jar`;
    const [known] = (await this.sweep())
      .filter(jar => jar.name === name)
      .sort((a, b) => b.uploadedAt - a.uploadedAt);
    if (known && !this.isOlder(known, RENEW_MS)) return known.id;
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
      name: configName(deployment),
      size: bytes.length,
      content: once(bytes),
    });
    try {
      return await use(path);
    } finally {
      await this.delete(id);
    }
  }

  /**
   * Deletes what a submit left behind: configurations that are named, those of
   * submits that are long over, and jars of ours that nobody has used for a day.
   * Never what is not named as Scaleph names it.
   *
   * @returns what is there still
   */
  async sweep({
    runId,
    read,
  }: {
    /** A run that is over. */
    runId?: string;
    /** Names of configurations that are not needed any more. */
    read?: ReadonlySet<string>;
  } = {}): Promise<Jar[]> {
    const jars = await this.rest.jars.list();
    const isOfRun = ({ name }: Jar) =>
      (runId !== undefined && name.startsWith(configPrefix(runId))) ||
      read?.has(name) === true;
    const isLeft = (jar: Jar) =>
      (jar.name.startsWith(CONFIG) && this.isOlder(jar, STALE_MS)) ||
      (JAR.test(jar.name) && this.isOlder(jar, KEEP_MS));
    const old = jars.filter(jar => !isOfRun(jar) && isLeft(jar));
    const gone = [...jars.filter(isOfRun), ...old.slice(0, MOST_DELETED)];
    for (const jar of gone) await this.delete(jar.id);
    return jars.filter(jar => !gone.includes(jar));
  }

  /** One without a time is not old. */
  private isOlder({ uploadedAt }: Jar, milliseconds: number): boolean {
    return uploadedAt > 0 && uploadedAt < this.now() - milliseconds;
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

/** The file name of a deployment's configuration. @internal */
export function configName({ runId, deployment }: Deployment): string {
  return `${configPrefix(runId)}${deployment}.jar`;
}

function configPrefix(runId: string): string {
  return `${CONFIG}${runId}-`;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}
