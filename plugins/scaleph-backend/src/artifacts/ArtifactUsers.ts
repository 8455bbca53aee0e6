import { ConflictError } from '@backstage/errors';
import {
  Artifact,
  artifactUploads,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';

interface PipelineUser {
  name: string;
  owner: string;
}

/**
 * Which pipelines use an artifact in their draft or newest version, as far as
 * a caller may know: names only of those that the caller may read.
 *
 * @internal
 */
export class ArtifactUsers {
  constructor(
    private readonly options: {
      knex: Knex;
      pipelinesAuthorizer: OwnershipAuthorizer;
    },
  ) {}

  /** The artifacts with `usedBy` filled in. */
  async showTo(artifacts: Artifact[], caller: Caller): Promise<Artifact[]> {
    if (artifacts.length === 0) return [];
    const users = await this.users();
    const visible = new Set(
      await this.options.pipelinesAuthorizer.allowed(
        [...new Set([...users.values()].flat())],
        caller,
      ),
    );
    return artifacts.map(artifact => ({
      ...artifact,
      usedBy: (users.get(artifact.name) ?? [])
        .filter(user => visible.has(user))
        .map(({ name }) => name),
    }));
  }

  /** Throws ConflictError while pipelines use it, naming those that the caller may read and counting the others. */
  async requireNone(name: string, caller: Caller): Promise<void> {
    const users = (await this.users()).get(name) ?? [];
    if (users.length === 0) return;
    const visible = await this.options.pipelinesAuthorizer.allowed(
      users,
      caller,
    );
    const hidden = users.length - visible.length;
    const parts = visible.map(user => `pipeline "${user.name}"`);
    if (hidden) parts.push(`${hidden} pipeline(s) that you may not see`);
    throw new ConflictError(
      `Artifact "${name}" is used by ${parts.join(
        ', ',
      )}: take it out of them first`,
    );
  }

  /** Of every artifact that is used. Few documents name one. */
  private async users(): Promise<Map<string, PipelineUser[]>> {
    const rows: Array<PipelineUser & { draft: string; newest: string | null }> =
      await this.options
        .knex('pipelines')
        .leftJoin('pipeline_versions as newest', join =>
          join
            .on('newest.pipeline_id', 'pipelines.id')
            .andOn('newest.version', 'pipelines.published_version'),
        )
        .select(
          'pipelines.name',
          'pipelines.owner',
          'pipelines.document as draft',
          'newest.document as newest',
        )
        .where(either =>
          either
            .where('pipelines.document', 'like', '%"upload":%')
            .orWhere('newest.document', 'like', '%"upload":%'),
        )
        .orderBy('pipelines.name');
    const users = new Map<string, PipelineUser[]>();
    for (const { name, owner, draft, newest } of rows) {
      const documents = [draft, newest].filter(it => it !== null);
      const artifacts = documents.flatMap(it =>
        artifactUploads(JSON.parse(it) as PipelineDocument),
      );
      const user = { name, owner };
      for (const artifact of new Set(artifacts)) {
        users.set(artifact, [...(users.get(artifact) ?? []), user]);
      }
    }
    return users;
  }
}
