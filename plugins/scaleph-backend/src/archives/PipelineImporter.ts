import { ConflictError } from '@backstage/errors';
import {
  ArchiveImport,
  DocumentProblem,
  pipelineDataSources,
  PipelineDocument,
  sameMeaning,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { DocumentReader } from '../documents/DocumentReader';
import { ChangePublisher } from '../events/ChangePublisher';
import { actorOf, Caller } from '../http/Caller';
import { toEtag } from '../http/etag';
import { assertInUse } from '../pipelines/assertInUse';
import { DocumentChecker } from '../pipelines/DocumentChecker';
import { PipelineRow, toDocument } from '../pipelines/pipelineRows';
import { PipelineStore } from '../pipelines/PipelineStore';
import { PipelineWriter } from '../pipelines/PipelineWriter';
import { errorsOf, problemsError } from '../pipelines/readDocument';
import { ArchivedPipeline } from './ArchivedPipeline';
import { ImportOptions } from './ArchiveService';
import { ArchiveStore } from './ArchiveStore';
import { findSecret } from './findSecret';
import { ImportGate } from './ImportGate';
import { readArchivedDocuments, ReadDocuments } from './readArchivedDocuments';

/** What happened to one pipeline of an archive. @internal */
export type ImportItem = ArchiveImport['items'][number];

const LONGEST_NAME = 100;

/** Takes one pipeline out of an archive: whole, or not at all. @internal */
export class PipelineImporter {
  constructor(
    private readonly options: {
      knex: Knex;
      store: Pick<PipelineStore, 'find' | 'insert' | 'retire'>;
      archives: ArchiveStore;
      writer: Pick<PipelineWriter, 'update'>;
      checker: DocumentChecker;
      documents: DocumentReader;
      gate: ImportGate;
      publisher: ChangePublisher;
      audit: Audit;
    },
  ) {}

  /** Throws what a person who imports can act on, and what nobody expects. */
  async import(
    pipeline: ArchivedPipeline,
    options: ImportOptions,
    caller: Caller,
  ): Promise<ImportItem> {
    const { path, name } = pipeline;
    const { onConflict, owner } = options;
    const taken = await this.options.store.find(name);
    if (taken && onConflict === 'skip') {
      return {
        path,
        name,
        outcome: 'skipped',
        message: `Pipeline "${name}" exists already`,
      };
    }
    const change = {
      ...(owner && { owner }),
      ...(taken && onConflict === 'copy' && { name: await this.copyOf(name) }),
    };
    const { documents } = this.options;
    const read = await readArchivedDocuments(pipeline, change, documents);
    const problems = await this.check(read);
    const item = await (taken && onConflict === 'draft'
      ? this.replaceDraft(taken, read.draft, options, caller)
      : this.create(pipeline, read, { problems, ...options }, caller));
    return { path, ...item, ...(problems.length && { problems }) };
  }

  /** Errors of the draft, which may have some. Throws ProblemsError for a secret, which none of the documents may have. */
  private async check(read: ReadDocuments): Promise<DocumentProblem[]> {
    const { checker } = this.options;
    for (const { version, document } of read.versions) {
      refuseSecret(`versions/${version}.yaml`, await checker.check(document));
    }
    const problems = await checker.check(read.draft);
    refuseSecret('pipeline.yaml', problems);
    return errorsOf(problems);
  }

  private async replaceDraft(
    row: PipelineRow,
    draft: PipelineDocument,
    { dryRun }: ImportOptions,
    caller: Caller,
  ): Promise<Omit<ImportItem, 'path'>> {
    const { gate, writer, audit, publisher, documents } = this.options;
    const { name } = row;
    const write = async () => {
      await gate.requireUpdate(draft, caller);
      assertInUse(row);
      const before = await documents.print(toDocument(row));
      if (before === (await documents.print(draft))) return false;
      if (!dryRun) await writer.update(name, draft, [toEtag(row)], caller);
      return true;
    };
    const changed = await (dryRun
      ? write()
      : audit.record(
          { eventId: 'pipeline-import', caller, meta: { pipeline: name } },
          write,
          outcome => ({ changed: outcome, versions: 0 }),
        ));
    if (changed && !dryRun) {
      await publisher.entityChanged('pipeline', name, 'upsert');
    }
    return { name, outcome: changed ? 'updated' : 'unchanged', versions: 0 };
  }

  private async create(
    { retired }: ArchivedPipeline,
    read: ReadDocuments,
    options: { dryRun: boolean; problems: DocumentProblem[] },
    caller: Caller,
  ): Promise<Omit<ImportItem, 'path'>> {
    const { gate, audit, publisher } = this.options;
    const { name, owner } = read.draft.metadata;
    const versions = read.versions.length;
    const item = { name, outcome: 'created' as const, versions };
    if (options.dryRun) {
      await gate.requireCreate(read, caller);
      return item;
    }
    await audit.record(
      {
        eventId: 'pipeline-import',
        caller,
        meta: { pipeline: name, owner, versions },
      },
      async () => {
        await gate.requireCreate(read, caller);
        await this.insert(read, { ...options, retired }, caller);
      },
    );
    await publisher.entityChanged('pipeline', name, 'upsert');
    return item;
  }

  private async insert(
    { draft, versions }: ReadDocuments,
    options: {
      retired: ArchivedPipeline['retired'];
      problems: DocumentProblem[];
    },
    caller: Caller,
  ): Promise<void> {
    const { knex, store, archives } = this.options;
    const actor = actorOf(caller.credentials);
    const newest = versions[versions.length - 1]?.document;
    const used = [draft, ...(newest ? [newest] : [])].flatMap(
      pipelineDataSources,
    );
    const hasUnpublishedChanges = !newest || !sameMeaning(draft, newest);
    await knex.transaction(async tx => {
      const row = await store.insert(tx, {
        document: draft,
        problemCount: options.problems.length,
        dataSources: [...new Set(used)].sort(),
        hasUnpublishedChanges,
        actor,
      });
      if (versions.length) {
        const facts = { hasUnpublishedChanges, actor };
        await archives.insert(tx, row, versions, facts);
      }
      if (options.retired) {
        await store.retire(tx, row, { ...options.retired, actor });
      }
    });
  }

  private async copyOf(name: string): Promise<string> {
    for (let count = 1; count < 100; count++) {
      const end = count === 1 ? '-copy' : `-copy-${count}`;
      const copy = `${name
        .slice(0, LONGEST_NAME - end.length)
        .replace(/[^A-Za-z0-9]+$/, '')}${end}`;
      if (!(await this.options.store.find(copy))) return copy;
    }
    throw new ConflictError(
      `Pipeline "${name}" has 99 copies already: rename the file's pipeline, or delete some`,
    );
  }
}

function refuseSecret(file: string, problems: DocumentProblem[]): void {
  const secret = findSecret(problems);
  if (secret) throw problemsError(`${file} is refused`, [secret]);
}
