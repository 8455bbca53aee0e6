import { RestCaller, CallOptions } from './RestCaller';
import { ClusterConfig, ClusterOverview } from './types/ClusterTypes';

/** `/overview` and `/config`. @public */
export class ClusterApi {
  constructor(private readonly rest: RestCaller) {}

  async overview(options?: CallOptions): Promise<ClusterOverview> {
    const answer = await this.rest.get('/overview', options);
    return {
      version: answer.string('flink-version'),
      commit: answer.optionalString('flink-commit'),
      taskManagers: answer.number('taskmanagers'),
      slotsTotal: answer.number('slots-total'),
      slotsAvailable: answer.number('slots-available'),
      jobsRunning: answer.number('jobs-running'),
      jobsFinished: answer.number('jobs-finished'),
      jobsCancelled: answer.number('jobs-cancelled'),
      jobsFailed: answer.number('jobs-failed'),
    };
  }

  async config(options?: CallOptions): Promise<ClusterConfig> {
    const answer = await this.rest.get('/config', options);
    const features = answer.optionalObject('features');
    return {
      version: answer.string('flink-version'),
      revision: answer.optionalString('flink-revision'),
      webSubmit: features?.optionalBoolean('web-submit') ?? false,
      webCancel: features?.optionalBoolean('web-cancel') ?? false,
      webRescale: features?.optionalBoolean('web-rescale') ?? false,
    };
  }
}
