import {
  AdoptJobBody,
  ClusterProcessList,
  ConnectionTest,
  RegistrationTypeInfo,
  ProcessText,
  ProcessTextQuery,
  Run,
  Target,
  TargetConfiguration,
  TargetInput,
  TargetOverview,
  TargetUiTicket,
  TestTargetBody,
  TestTargetConfigBody,
} from '../../types';
import { CreateOptions, RequestOptions, WriteOptions } from '../options';

/** Where pipelines run. @public */
export interface TargetsApi {
  listTargets(options?: RequestOptions): Promise<{ items: Target[] }>;
  createTarget(body: TargetInput, options?: CreateOptions): Promise<Target>;
  getTarget(name: string, options?: RequestOptions): Promise<Target>;
  updateTarget(
    name: string,
    body: TargetInput,
    options: WriteOptions,
  ): Promise<Target>;
  deleteTarget(name: string, options: WriteOptions): Promise<void>;
  testTarget(
    name: string,
    body: TestTargetBody,
    options?: RequestOptions,
  ): Promise<ConnectionTest>;
  listTargetTypes(
    options?: RequestOptions,
  ): Promise<{ items: RegistrationTypeInfo[] }>;
  testTargetConfig(
    type: string,
    body: TestTargetConfigBody,
    options?: RequestOptions,
  ): Promise<ConnectionTest>;
  getTargetOverview(
    name: string,
    options?: RequestOptions,
  ): Promise<TargetOverview>;
  getTargetConfiguration(
    name: string,
    options?: RequestOptions,
  ): Promise<TargetConfiguration>;
  listTargetProcesses(
    name: string,
    options?: RequestOptions,
  ): Promise<ClusterProcessList>;
  getTargetText(
    name: string,
    query: ProcessTextQuery,
    options?: RequestOptions,
  ): Promise<ProcessText>;
  createTargetUiTicket(
    name: string,
    options?: RequestOptions,
  ): Promise<TargetUiTicket>;
  adoptJob(
    name: string,
    jobId: string,
    body: AdoptJobBody,
    options?: RequestOptions,
  ): Promise<Run>;
}
