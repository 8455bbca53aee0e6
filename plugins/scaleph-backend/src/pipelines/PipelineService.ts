import {
  DeploymentPlanView,
  Pipeline,
  PipelineDiff,
  PipelinePage,
  PipelineType,
  PipelineVersion,
  PipelineVersionPage,
  RunState,
  ValidationResult,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { OwnershipFilter } from '../permissions/ownershipFilter';

/** A document as a client gives it: exactly one of the two. @internal */
export interface DocumentInput {
  document?: unknown;
  /** YAML or JSON text. */
  yaml?: string;
}

/** @internal */
export interface PipelineQuery {
  search?: string;
  /** Full entity refs; any of them. */
  owner?: string[];
  system?: string;
  type?: PipelineType;
  tag?: string;
  /** State of the newest run. */
  state?: RunState;
  dataSource?: string;
  /** Those in use when absent. */
  retired?: 'no' | 'only' | 'all';
  sort: 'name' | '-name' | 'updatedAt' | '-updatedAt' | 'owner' | '-owner';
  limit: number;
  cursor?: string;
  /** Which rows may be seen; set by AuthorizedPipelineService. */
  visible?: OwnershipFilter;
}

/**
 * Pipelines: documents that users own. Each has a draft, which may have
 * problems of meaning, and numbered versions, which never change and never
 * have any. Runs execute versions.
 *
 * Every method throws NotFoundError for a pipeline that does not exist or that
 * the caller may not read; writes throw PreconditionFailedError for a stale
 * If-Match, ConflictError for a retired pipeline, and leave everything as it
 * was when they throw.
 *
 * @internal
 */
export interface PipelineService {
  list(query: PipelineQuery, caller: Caller): Promise<PipelinePage>;
  get(name: string, caller: Caller): Promise<Pipeline>;
  /** Throws ConflictError when the name is taken, ProblemsError when the shape is wrong, or any problem with `publish`. */
  create(
    input: DocumentInput & { publish?: boolean; message?: string },
    caller: Caller,
  ): Promise<Pipeline>;
  /** Replaces the draft. Throws ProblemsError when the shape is wrong or the name differs. */
  update(
    name: string,
    input: DocumentInput,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<Pipeline>;
  /**
   * Takes it out of use: it cannot be edited, published or run until it is
   * brought back. One that is retired stays as it is. Throws ConflictError
   * while a run is active.
   */
  retire(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<Pipeline>;
  /** One that is in use stays as it is. */
  bringBack(name: string, ifMatch: IfMatch, caller: Caller): Promise<Pipeline>;
  /** Throws ConflictError while a run is active. */
  delete(name: string, ifMatch: IfMatch, caller: Caller): Promise<void>;
  /** `created` is false when the draft equals the newest version. Throws ProblemsError when the draft has errors. */
  publish(
    name: string,
    input: { message?: string },
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<{ version: PipelineVersion; created: boolean }>;
  /** Newest first. */
  listVersions(
    name: string,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<PipelineVersionPage>;
  getVersion(
    name: string,
    version: number,
    caller: Caller,
  ): Promise<PipelineVersion>;
  /** `from` and `to`: a version number as text, or `draft`. */
  diff(
    name: string,
    range: { from?: string; to: string },
    caller: Caller,
  ): Promise<PipelineDiff>;
  plan(
    name: string,
    input: {
      version?: string;
      target?: string;
      parameters?: Record<string, string>;
    },
    caller: Caller,
  ): Promise<DeploymentPlanView>;
  /** Stores nothing. */
  validate(input: DocumentInput, caller: Caller): Promise<ValidationResult>;
}
