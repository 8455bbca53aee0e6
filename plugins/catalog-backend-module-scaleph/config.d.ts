import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Pipelines and data sources of Scaleph in the catalog. */
      scaleph?: {
        /**
         * When everything is read anew. Changes show up by themselves within seconds; this is for what was missed. Every ten minutes
         * when absent.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
