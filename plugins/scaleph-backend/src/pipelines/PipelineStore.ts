import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable, Transaction } from '../database/Transaction';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { PipelineRowPage } from './operations/listPipelines';
import { PipelineRow, PipelineVersionRow } from './pipelineRows';
import { PipelineQuery } from './PipelineService';

/** A draft as it is to be stored. @internal */
export interface Draft {
  document: PipelineDocument;
  /** Problems of severity error. */
  problemCount: number;
  /** Names that the draft or the newest version uses. */
  dataSources: string[];
  hasUnpublishedChanges: boolean;
  /** Who stores it. */
  actor: string;
}

/** Rows of pipelines and versions. Writes need a transaction. @internal */
export interface PipelineStore {
  list(
    query: PipelineQuery,
    visible: OwnershipFilter,
  ): Promise<PipelineRowPage>;
  find(name: string, db?: Queryable): Promise<PipelineRow | undefined>;
  /** Throws ConflictError when the name is taken. */
  insert(tx: Transaction, draft: Draft): Promise<PipelineRow>;
  /**
   * Replaces the draft if the row still has the revision of `row`; the check
   * and the write are one statement. Undefined when it has not.
   */
  replaceDraft(
    tx: Transaction,
    row: PipelineRow,
    draft: Draft,
  ): Promise<PipelineRow | undefined>;
  /** Takes a pipeline in use out of it. Undefined when the row no longer has this revision. */
  retire(
    tx: Transaction,
    row: PipelineRow,
    options: { message?: string; actor: string },
  ): Promise<PipelineRow | undefined>;
  /** Brings a retired pipeline back. Undefined when the row no longer has this revision. */
  bringBack(
    tx: Transaction,
    row: PipelineRow,
    actor: string,
  ): Promise<PipelineRow | undefined>;
  /** False when the row no longer has this revision. */
  delete(tx: Transaction, row: PipelineRow): Promise<boolean>;
  /** Stores the draft of `row` as its next version. Undefined when the row no longer has this revision. */
  publish(
    tx: Transaction,
    row: PipelineRow,
    options: { message?: string; dataSources: string[]; actor: string },
  ): Promise<PipelineVersionRow | undefined>;
  findVersion(
    pipelineId: string,
    version: number,
    db?: Queryable,
  ): Promise<PipelineVersionRow | undefined>;
  /** Newest first, without documents. */
  listVersions(
    pipelineId: string,
    page: { limit: number; below?: number },
  ): Promise<{
    rows: Array<Omit<PipelineVersionRow, 'document'>>;
    total: number;
  }>;
}
