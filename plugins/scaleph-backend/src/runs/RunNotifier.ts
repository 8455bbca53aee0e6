import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { messageOf } from './engineErrors';
import { SupervisedRun } from './RunRecord';

/** Tells people what happened to their runs. @internal */
export class RunNotifier {
  constructor(
    private readonly options: {
      notifications: NotificationService;
      logger: LoggerService;
    },
  ) {}

  /**
   * To the owner of the pipeline. Throws when the notifications plugin does
   * not take it; a portal without that plugin is fine.
   */
  async runFailed(run: SupervisedRun): Promise<void> {
    try {
      await this.options.notifications.send({
        recipients: { type: 'entity', entityRef: run.owner },
        payload: {
          title: `Run of pipeline ${run.pipeline} failed`,
          description: run.reason,
          link: `/scaleph/runs/${run.id}`,
          topic: 'scaleph',
          severity: 'high',
          scope: `scaleph:run:${run.id}`,
        },
      });
    } catch (error) {
      // The service knows no better way to say it.
      if (!messageOf(error).includes('status 404')) throw error;
      this.options.logger.debug('The notifications plugin is not installed');
    }
  }
}
