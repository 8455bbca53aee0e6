import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  CreatePipelineBody,
  Pipeline,
  sameMeaning,
  ScalephApiError,
} from '@scaleph/backstage-plugin-scaleph-common';
import { explained, problemLines } from '../task/explain';
import { TaskApi } from '../task/TaskApi';

/**
 * Makes a pipeline once, however often it is asked to: a pipeline of that name that means the same is as good as a new one.
 *
 * @internal
 */
export class PipelineCreator {
  constructor(
    private readonly task: TaskApi,
    private readonly logger: LoggerService,
  ) {}

  /** Throws ConflictError when there is another pipeline of that name, InputError when the document has problems. */
  async create(body: CreatePipelineBody, key: string): Promise<Pipeline> {
    const { api } = this.task;
    // Before the write, so that a draft with problems is told of them too, and one that would be refused is not half made.
    const { name } = await this.validate(body);
    try {
      return await explained(
        api.createPipeline(body, {
          ...(await this.task.options()),
          idempotencyKey: key,
        }),
      );
    } catch (error) {
      if (!(error instanceof ScalephApiError) || error.statusCode !== 409) {
        throw error;
      }
      return this.adopt(name, body, error);
    }
  }

  /** The name of the pipeline; throws InputError when the document could not be stored, or not be published where it is to be. */
  async validate(body: CreatePipelineBody): Promise<{ name: string }> {
    const { document, yaml, publish } = body;
    const { problems, ...result } = await this.task.api.validatePipeline(
      { document, yaml },
      await this.task.options(),
    );
    if (!result.document || (publish && !result.valid)) {
      throw new InputError(
        `The pipeline ${
          result.document ? 'cannot be published' : 'cannot be stored'
        }:${problemLines(problems)}`,
      );
    }
    if (problems.length > 0) {
      this.logger.warn(
        `The pipeline can be stored as a draft and not be published yet:${problemLines(
          problems,
        )}`,
      );
    }
    return { name: result.document.metadata.name };
  }

  private async adopt(
    name: string,
    body: CreatePipelineBody,
    cause: Error,
  ): Promise<Pipeline> {
    const { api } = this.task;
    const existing = await api.getPipeline(name, await this.task.options());
    const { document } = await api.validatePipeline(
      { document: body.document, yaml: body.yaml },
      await this.task.options(),
    );
    if (!document || !sameMeaning(existing.document, document)) {
      throw new ConflictError(
        `Pipeline "${name}" exists already and is another one: choose another name`,
        cause,
      );
    }
    this.logger.info(`Pipeline "${name}" is there already`);
    if (!body.publish || !existing.hasUnpublishedChanges) return existing;
    await explained(
      api.publishPipeline(
        name,
        { message: body.message },
        { ...(await this.task.options()), ifMatch: existing.etag },
      ),
    );
    return api.getPipeline(name, await this.task.options());
  }
}
