import {
  ClusterProcessList,
  JobCheckpoints,
  JobConfiguration,
  JobExceptions,
  JobThroughput,
  JobView,
  ProcessText,
  ProcessTextQuery,
} from '../../types';
import { RequestOptions } from '../options';

/** What the cluster says of the job of a run. @public */
export interface JobsApi {
  getRunJob(id: string, options?: RequestOptions): Promise<JobView>;
  getRunJobThroughput(
    id: string,
    options?: RequestOptions,
  ): Promise<JobThroughput>;
  getRunJobCheckpoints(
    id: string,
    options?: RequestOptions,
  ): Promise<JobCheckpoints>;
  getRunJobExceptions(
    id: string,
    options?: RequestOptions,
  ): Promise<JobExceptions>;
  getRunJobConfiguration(
    id: string,
    options?: RequestOptions,
  ): Promise<JobConfiguration>;
  listRunJobProcesses(
    id: string,
    options?: RequestOptions,
  ): Promise<ClusterProcessList>;
  getRunJobText(
    id: string,
    query: ProcessTextQuery,
    options?: RequestOptions,
  ): Promise<ProcessText>;
}
