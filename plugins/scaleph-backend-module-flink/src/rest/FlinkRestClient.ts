import { HttpClient } from '../http/HttpClient';
import { HttpTarget } from '../http/HttpTarget';
import { CheckpointsApi } from './CheckpointsApi';
import { ClusterApi } from './ClusterApi';
import { JarsApi } from './JarsApi';
import { JobsApi } from './JobsApi';
import { ProcessesApi } from './ProcessesApi';
import { ResourcesApi } from './ResourcesApi';
import { RestCaller } from './RestCaller';
import { TriggersApi } from './TriggersApi';
import { VerticesApi } from './VerticesApi';

/**
 * The REST interface of one cluster, Flink 1.18 to 2.x. What a release lacks is answered as `missing` where that can happen; a refusal
 * is a FlinkRequestError and no usable answer a FlinkUnavailableError.
 * @public
 */
export class FlinkRestClient {
  /** For messages, e.g. `Flink at cluster:8081`. */
  readonly server: string;
  readonly cluster: ClusterApi;
  readonly jobs: JobsApi;
  readonly vertices: VerticesApi;
  readonly checkpoints: CheckpointsApi;
  readonly triggers: TriggersApi;
  readonly resources: ResourcesApi;
  readonly jars: JarsApi;
  readonly processes: ProcessesApi;
  /** What the methods above are made of. */
  readonly http: HttpClient;

  /** Throws InputError for an address or a header that is none. */
  constructor(target: Omit<HttpTarget, 'product'>) {
    this.http = new HttpClient({ ...target, product: 'Flink' });
    this.server = this.http.server;
    const rest = new RestCaller(this.http);
    this.cluster = new ClusterApi(rest);
    this.jobs = new JobsApi(rest);
    this.vertices = new VerticesApi(rest);
    this.checkpoints = new CheckpointsApi(rest);
    this.triggers = new TriggersApi(rest);
    this.resources = new ResourcesApi(rest);
    this.jars = new JarsApi(rest);
    this.processes = new ProcessesApi(rest);
  }

  close(): void {
    this.http.close();
  }
}
