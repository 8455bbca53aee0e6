import { InputError, NotFoundError } from '@backstage/errors';
import {
  hasGraph,
  NodePreview,
  parseDataSourceRef,
  PipelineDocument,
  PipelineFields,
  reachableFrom,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ConnectionWithSecrets,
  PipelineSampler,
  SampleRequest,
} from '@scaleph/backstage-plugin-scaleph-node';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { DocumentReader } from '../documents/DocumentReader';
import { actorOf } from '../http/Caller';
import { DocumentInput } from '../pipelines/PipelineService';
import { readDocument } from '../pipelines/readDocument';
import { UserSlots } from '../registrations/UserSlots';
import { EngineRegistry } from '../targets/EngineRegistry';
import { PreviewContext, PreviewService } from './PreviewService';

const ROWS = 50;
const NO_SAMPLER =
  'No engine here can look into pipelines: install the embedded engine';

/** Few can be made at once, for everybody together. */
const AT_A_TIME = 4;

/** The rules of the previews room; knows no permissions. @internal */
export class DefaultPreviewService implements PreviewService {
  private readonly slots = new UserSlots({
    atATime: AT_A_TIME,
    noun: 'previews',
  });

  constructor(
    private readonly options: {
      engines: Pick<EngineRegistry, 'list'>;
      dataSources: Pick<DataSourceDirectory, 'connectionsWithSecrets'>;
      documents: Pick<DocumentReader, 'parse'>;
    },
  ) {}

  async fields(
    _name: string,
    input: DocumentInput,
    context: PreviewContext,
  ): Promise<PipelineFields> {
    const document = await this.graphOf(input);
    const sampler = this.sampler();
    if (!sampler) {
      const ids = document.spec.nodes.map(({ id }) => id);
      return {
        nodes: Object.fromEntries(
          ids.map(id => [id, { inputs: {}, reason: NO_SAMPLER }]),
        ),
      };
    }
    const request = await this.request(document, {}, context);
    const actor = actorOf(context.caller.credentials);
    const nodes = await this.slots.run(actor, () => sampler.fields(request));
    return { nodes };
  }

  async rows(
    _name: string,
    input: Parameters<PreviewService['rows']>[1],
    context: PreviewContext,
  ): Promise<NodePreview> {
    const { node, limit = ROWS, parameters = {}, ...text } = input;
    const document = await this.graphOf(text);
    const started = performance.now();
    const durationMs = () => Math.round(performance.now() - started);
    const sampler = this.sampler();
    if (!sampler) return { reason: NO_SAMPLER, durationMs: durationMs() };
    const request = await this.request(
      document,
      parameters,
      context,
      reachableFrom([node], document.spec.edges, 'backwards'),
    );
    const actor = actorOf(context.caller.credentials);
    const preview = await this.slots.run(actor, () =>
      sampler.rows({ ...request, node, limit }),
    );
    return { ...preview, durationMs: durationMs() };
  }

  private async graphOf(input: DocumentInput): Promise<PipelineDocument> {
    const document = await readDocument(input, this.options.documents);
    const { type } = document.spec;
    if (hasGraph(type)) return document;
    throw new InputError(
      `A pipeline of type ${type} has no nodes that could be looked into`,
    );
  }

  private sampler(): PipelineSampler | undefined {
    return this.options.engines.list().find(({ sampler }) => sampler)?.sampler;
  }

  /** @param wanted - the nodes whose data sources are needed; all when absent */
  private async request(
    document: PipelineDocument,
    parameters: Record<string, string>,
    { signal, refused = {} }: PreviewContext,
    wanted?: ReadonlySet<string>,
  ): Promise<SampleRequest> {
    const connections: Record<string, ConnectionWithSecrets> = {};
    const missing: Record<string, string> = { ...refused };
    const names = document.spec.nodes.flatMap(({ id, dataSource }) =>
      dataSource !== undefined && (wanted?.has(id) ?? true)
        ? [parseDataSourceRef(dataSource)]
        : [],
    );
    for (const name of new Set(names)) {
      if (Object.hasOwn(missing, name)) continue;
      try {
        Object.assign(
          connections,
          await this.options.dataSources.connectionsWithSecrets([name]),
        );
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
        missing[name] = error.message;
      }
    }
    return { document, parameters, connections, missing, signal };
  }
}
