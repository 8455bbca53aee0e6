import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  DataSource,
  DataSourceInput,
  ScalephApiError,
} from '@scaleph/backstage-plugin-scaleph-common';
import { explained } from '../task/explain';
import { TaskApi } from '../task/TaskApi';

/**
 * Makes a data source once, however often it is asked to: one of that name with the same type and configuration is as good as a new
 * one.
 *
 * @internal
 */
export class DataSourceCreator {
  constructor(
    private readonly task: TaskApi,
    private readonly logger: LoggerService,
  ) {}

  /** Throws ConflictError when there is another data source of that name. */
  async create(input: DataSourceInput, key: string): Promise<DataSource> {
    try {
      return await explained(
        this.task.api.createDataSource(input, {
          ...(await this.task.options()),
          idempotencyKey: key,
        }),
      );
    } catch (error) {
      if (!(error instanceof ScalephApiError) || error.statusCode !== 409) {
        throw error;
      }
      return this.adopt(input, error);
    }
  }

  /** Throws InputError when the type does not exist, or when the secrets are not those of the type. */
  async validate(input: DataSourceInput): Promise<void> {
    const { items } = await this.task.api.listDataSourceTypes(
      await this.task.options(),
    );
    const type = items.find(candidate => candidate.type === input.type);
    const dataSource = `Data source "${input.name}"`;
    if (!type) {
      throw new InputError(
        `${dataSource}: there is no type "${input.type}"; there are ${items
          .map(item => item.type)
          .join(', ')}`,
      );
    }
    const given = Object.keys(input.secrets ?? {});
    const unknown = given.find(
      name => !type.secrets.some(secret => secret.name === name),
    );
    if (unknown !== undefined) {
      throw new InputError(
        `${dataSource}: type "${input.type}" has no secret "${unknown}"`,
      );
    }
    const missing = type.secrets.find(
      ({ name, required }) => required && !given.includes(name),
    );
    if (missing) {
      throw new InputError(
        `${dataSource}: secret "${missing.name}" is required by type "${input.type}"`,
      );
    }
  }

  private async adopt(
    input: DataSourceInput,
    cause: Error,
  ): Promise<DataSource> {
    const existing = await this.task.api.getDataSource(
      input.name,
      await this.task.options(),
    );
    // Fields that only the existing one has are defaults that the back end has filled in.
    const same =
      existing.type === input.type &&
      Object.entries(input.config).every(
        ([field, value]) =>
          JSON.stringify(existing.config[field]) === JSON.stringify(value),
      );
    if (!same) {
      throw new ConflictError(
        `Data source "${input.name}" exists already and is another one: choose another name`,
        cause,
      );
    }
    this.logger.info(
      `Data source "${input.name}" is there already; its secrets stay as they are`,
    );
    return existing;
  }
}
