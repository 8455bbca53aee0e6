import { JsonReader } from '../json/JsonReader';
import { path } from '../http/path';
import { UploadFile } from '../http/multipart';
import { CallOptions, RestCaller } from './RestCaller';
import { readPlan } from './readJob';
import { JobPlan } from './types/JobTypes';

/** A jar that a cluster keeps. @public */
export interface Jar {
  /** What `run` and `delete` take. */
  id: string;
  name: string;
  /** Milliseconds since 1970. */
  uploadedAt: number;
  /** Classes with a `main` that its manifest names. */
  entryClasses: string[];
}

/** @public */
export interface JarRunRequest {
  entryClass?: string;
  programArgs?: readonly string[];
  parallelism?: number;
  /** 32 hexadecimal digits; refused when a job of that id runs. */
  jobId?: string;
  /** Savepoint or retained checkpoint to start from. */
  savepointPath?: string;
  /** Go on although the savepoint has state of operators that are gone. */
  allowNonRestoredState?: boolean;
  flinkConfiguration?: Readonly<Record<string, string>>;
}

const UPLOAD_MS = 10 * 60_000;
/** A program's `main` runs within the request. */
const RUN_MS = 120_000;

/** Jars of a cluster and the programs in them. @public */
export class JarsApi {
  constructor(private readonly rest: RestCaller) {}

  async list(options?: CallOptions): Promise<Jar[]> {
    const answer = await this.rest.get('/jars', options);
    return answer.list('files', readJar);
  }

  /** Stores a jar on the cluster without holding it in memory; its id. */
  async upload(
    file: Omit<UploadFile, 'type'>,
    options: CallOptions = {},
  ): Promise<string> {
    return (await this.uploadFile(file, options)).id;
  }

  /** The same, with the absolute path that the file has on the JobManager. */
  async uploadFile(
    file: Omit<UploadFile, 'type'>,
    options: CallOptions = {},
  ): Promise<{ id: string; path: string }> {
    const request = { method: 'POST', path: '/jars/upload' } as const;
    const answer = JsonReader.of(
      await this.rest.http.upload(
        { timeoutMs: UPLOAD_MS, ...options, ...request },
        { ...file, type: 'application/x-java-archive' },
      ),
      `${this.rest.http.server}: POST ${request.path}`,
    );
    // A path on the JobManager, of whatever system.
    const where = answer.string('filename');
    return { id: where.replace(/^.*[/\\]/, ''), path: where };
  }

  /** Starts the program; the id of its job. */
  async run(
    jarId: string,
    request: JarRunRequest,
    options: CallOptions = {},
  ): Promise<string> {
    const { programArgs, ...body } = request;
    const answer = await this.rest.call({
      timeoutMs: RUN_MS,
      ...options,
      method: 'POST',
      path: path`/jars/${jarId}/run`,
      body: { ...body, programArgsList: programArgs ?? [] },
    });
    return answer.string('jobid');
  }

  /** The graph that the program would run, without running it. */
  async plan(
    jarId: string,
    request: Pick<JarRunRequest, 'entryClass' | 'programArgs' | 'parallelism'>,
    options: CallOptions = {},
  ): Promise<JobPlan> {
    const { programArgs, ...body } = request;
    const answer = await this.rest.call({
      timeoutMs: RUN_MS,
      ...options,
      method: 'POST',
      path: path`/jars/${jarId}/plan`,
      body: { ...body, programArgsList: programArgs ?? [] },
    });
    return readPlan(answer.object('plan'));
  }

  /** Refused with status 400 when there is no such jar. */
  async delete(jarId: string, options?: CallOptions): Promise<void> {
    await this.rest.call({
      ...options,
      method: 'DELETE',
      path: path`/jars/${jarId}`,
    });
  }
}

function readJar(file: JsonReader): Jar {
  return {
    id: file.string('id'),
    name: file.string('name'),
    uploadedAt: file.optionalNumber('uploaded') ?? 0,
    entryClasses: file.optionalList('entry', entry => entry.string('name')),
  };
}
