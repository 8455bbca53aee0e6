import { NotFoundError } from '@backstage/errors';
import {
  ClusterProcess,
  ClusterProcessList,
  ProcessText,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ProcessTextRequest } from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkRequestError } from '../../http/FlinkRequestError';
import { FlinkRestClient } from '../../rest/FlinkRestClient';
import { isMissingEndpoint } from '../../rest/Missing';
import { FlinkProcess } from '../../rest/ProcessesApi';
import { FileSlice } from '../../rest/readSlice';
import { LogFile } from '../../rest/types/ClusterTypes';
import { Clock } from '../Clock';
import { SharedAnswer } from '../SharedAnswer';

const LIST_AGE = 5_000;
const TEXT_AGE = 2_000;
/** A file is sent whole: one that takes a second is read again after four more. */
const TEXT_PER_DURATION = 4;
const MAX_TEXTS = 30;
/** Above, the files of a TaskManager are not listed before somebody asks for its log. */
const MAX_LISTED = 20;

/** Logs, outputs and thread dumps of a cluster's processes, for all who look. @internal */
export class ProcessViews {
  readonly list: SharedAnswer<ClusterProcessList>;
  private readonly texts = new Map<string, SharedAnswer<ProcessText>>();

  constructor(
    private readonly options: { client: FlinkRestClient; clock: Clock },
  ) {
    const { clock } = options;
    this.list = new SharedAnswer(() => this.askList(), {
      maxAgeMs: LIST_AGE,
      clock,
      perDuration: TEXT_PER_DURATION,
    });
  }

  /** Throws NotFoundError when the process has no such text. */
  async text(request: ProcessTextRequest): Promise<ProcessText> {
    const key = JSON.stringify(request);
    const known = this.texts.get(key);
    const text =
      known ??
      new SharedAnswer(() => this.askText(request), {
        maxAgeMs: TEXT_AGE,
        clock: this.options.clock,
        perDuration: TEXT_PER_DURATION,
      });
    // The last one asked for stands last.
    this.texts.delete(key);
    this.texts.set(key, text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > MAX_TEXTS) this.texts.delete(oldest);
    return text.get();
  }

  private async askList(): Promise<ClusterProcessList> {
    const taskManagers = await this.options.client.processes.taskManagers();
    const isListed = taskManagers.length <= MAX_LISTED;
    const items = await Promise.all([
      this.describe('jobmanager', true),
      ...taskManagers.map(({ id }) =>
        this.describe({ taskManager: id }, isListed),
      ),
    ]);
    return { items };
  }

  private async describe(
    process: FlinkProcess,
    isListed: boolean,
  ): Promise<ClusterProcess> {
    const logs = isListed ? await this.logFiles(process) : [];
    const isJobManager = process === 'jobmanager';
    return {
      id: isJobManager ? 'jobmanager' : process.taskManager,
      kind: isJobManager ? 'jobmanager' : 'taskmanager',
      title: isJobManager ? 'JobManager' : `TaskManager ${process.taskManager}`,
      logs: (logs ?? []).map(({ name, size }) => ({ name, sizeBytes: size })),
      missing: logs ? [] : ['logs'],
    };
  }

  /** Undefined when it does not tell: it is going, or its release has no such list. */
  private async logFiles(
    process: FlinkProcess,
  ): Promise<LogFile[] | undefined> {
    try {
      return await this.options.client.processes.logFiles(process);
    } catch (error) {
      if (error instanceof FlinkRequestError) return undefined;
      throw error;
    }
  }

  private async askText(request: ProcessTextRequest): Promise<ProcessText> {
    const at = new Date(this.options.clock.now()).toISOString();
    if (request.text === 'thread-dump') {
      const text = await this.threadDump(request);
      const start = Math.max(0, text.length - request.tailBytes);
      return { text: text.slice(start), truncated: start > 0, at };
    }
    const slice = await this.readFile(request);
    return { text: slice.text, truncated: slice.from > 0, at };
  }

  private async threadDump({ process }: ProcessTextRequest): Promise<string> {
    const { processes } = this.options.client;
    const threads = await processes.threadDump(toProcess(process));
    if (threads === 'missing') {
      throw new NotFoundError(
        `This release of Flink gives no thread dump of ${process}`,
      );
    }
    return threads.map(({ text }) => text.trimEnd()).join('\n\n');
  }

  private async readFile(request: ProcessTextRequest): Promise<FileSlice> {
    const { processes } = this.options.client;
    const process = toProcess(request.process);
    const range = { maxBytes: request.tailBytes };
    try {
      return request.text === 'stdout'
        ? await processes.stdout(process, range)
        : await processes.log(process, request.file, range);
    } catch (error) {
      // A process in the foreground, as in a container, does not write the files that Flink looks for.
      if (request.file !== undefined || !isMissingEndpoint(error)) throw error;
    }
    const suffix = request.text === 'stdout' ? /\.out$/ : /\.log$/;
    const files = (await this.logFiles(process)) ?? [];
    const found = files
      .filter(({ name }) => suffix.test(name) && isOf(name, process))
      .sort((a, b) => (b.modifiedAt ?? 0) - (a.modifiedAt ?? 0))[0];
    if (!found) {
      throw new NotFoundError(
        `${request.process} keeps no ${request.text} on its cluster: it may write to the console of its container`,
      );
    }
    return processes.log(process, found.name, range);
  }
}

function toProcess(id: string): FlinkProcess {
  return id === 'jobmanager' ? id : { taskManager: id };
}

/** Processes of one machine may share a directory. */
function isOf(name: string, process: FlinkProcess): boolean {
  const isTaskManager = /taskexecutor|taskmanager/i.test(name);
  if (/sql-gateway|client/i.test(name)) return false;
  return process === 'jobmanager' ? !isTaskManager : isTaskManager;
}
