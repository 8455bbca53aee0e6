import { ArchiveImport } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';

/** @internal */
export interface ImportOptions {
  /** What happens to a pipeline whose name is taken. */
  onConflict: 'skip' | 'draft' | 'copy';
  /** Writes nothing. */
  dryRun: boolean;
  /** Entity ref; that of each document when absent. */
  owner?: string;
}

/** Pipelines as ZIP archives, to be kept or taken elsewhere. @internal */
export interface ArchiveService {
  /** Throws NotFoundError, or ConflictError when a draft holds a secret. */
  exportPipeline(name: string, caller: Caller): Promise<Buffer>;
  /** Of a System what the caller may read; throws NotFoundError when that is nothing. */
  exportSystem(system: string, caller: Caller): Promise<Buffer>;
  /**
   * Each pipeline whole or not at all, and none because of another. Throws
   * InputError for what is no archive, PayloadTooLargeError.
   */
  import(
    content: AsyncIterable<Uint8Array>,
    options: ImportOptions,
    caller: Caller,
  ): Promise<ArchiveImport>;
}
