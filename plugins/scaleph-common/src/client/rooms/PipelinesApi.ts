import {
  CreatePipelineBody,
  DeploymentPlanView,
  DiffPipelineQuery,
  ListPipelinesQuery,
  ListVersionsQuery,
  Pipeline,
  PipelineDiff,
  PipelinePage,
  PipelineVersion,
  PipelineVersionPage,
  PlanPipelineBody,
  PublishPipelineBody,
  UpdatePipelineBody,
  ValidatePipelineBody,
  ValidationResult,
} from '../../types';
import { CreateOptions, RequestOptions, WriteOptions } from '../options';

/** Pipelines and their versions. @public */
export interface PipelinesApi {
  listPipelines(
    query?: ListPipelinesQuery,
    options?: RequestOptions,
  ): Promise<PipelinePage>;
  createPipeline(
    body: CreatePipelineBody,
    options?: CreateOptions,
  ): Promise<Pipeline>;
  validatePipeline(
    body: ValidatePipelineBody,
    options?: RequestOptions,
  ): Promise<ValidationResult>;
  getPipeline(name: string, options?: RequestOptions): Promise<Pipeline>;
  updatePipeline(
    name: string,
    body: UpdatePipelineBody,
    options: WriteOptions,
  ): Promise<Pipeline>;
  deletePipeline(name: string, options: WriteOptions): Promise<void>;
  listPipelineVersions(
    name: string,
    query?: ListVersionsQuery,
    options?: RequestOptions,
  ): Promise<PipelineVersionPage>;
  publishPipeline(
    name: string,
    body: PublishPipelineBody,
    options: WriteOptions & CreateOptions,
  ): Promise<PipelineVersion>;
  getPipelineVersion(
    name: string,
    version: number,
    options?: RequestOptions,
  ): Promise<PipelineVersion>;
  diffPipeline(
    name: string,
    query?: DiffPipelineQuery,
    options?: RequestOptions,
  ): Promise<PipelineDiff>;
  planPipeline(
    name: string,
    body: PlanPipelineBody,
    options?: RequestOptions,
  ): Promise<DeploymentPlanView>;
}
