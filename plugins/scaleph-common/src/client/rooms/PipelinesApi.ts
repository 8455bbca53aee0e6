import {
  ArchiveImport,
  CreatePipelineBody,
  DeploymentPlanView,
  DiffPipelineQuery,
  ImportArchiveQuery,
  InferPipelineFieldsBody,
  ListPipelinesQuery,
  ListVersionsQuery,
  NodePreview,
  Pipeline,
  PipelineDiff,
  PipelineFields,
  PipelinePage,
  PipelineVersion,
  PipelineVersionPage,
  PlanPipelineBody,
  PreviewNodeBody,
  PublishPipelineBody,
  RetirePipelineBody,
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
  /** Takes it out of use; refused (409) while a run of it is alive. */
  retirePipeline(
    name: string,
    body: RetirePipelineBody,
    options: WriteOptions,
  ): Promise<Pipeline>;
  bringBackPipeline(name: string, options: WriteOptions): Promise<Pipeline>;
  /** A ZIP archive with its draft and versions. */
  exportPipeline(name: string, options?: RequestOptions): Promise<Blob>;
  /** A ZIP archive of the pipelines of a System that the caller may read. */
  exportSystem(system: string, options?: RequestOptions): Promise<Blob>;
  importArchive(
    archive: Blob,
    query?: ImportArchiveQuery,
    options?: RequestOptions,
  ): Promise<ArchiveImport>;
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
  /** The fields that arrive at and leave each node of a document that need not be stored. */
  inferPipelineFields(
    name: string,
    body: InferPipelineFieldsBody,
    options?: RequestOptions,
  ): Promise<PipelineFields>;
  /** The first rows that leave a node, or why there are none; an aborted request stops the work. */
  previewPipelineNode(
    name: string,
    body: PreviewNodeBody,
    options?: RequestOptions,
  ): Promise<NodePreview>;
}
