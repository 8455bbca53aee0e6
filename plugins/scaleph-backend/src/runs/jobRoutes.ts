import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  AdoptJobBody,
  ProcessTextQuery,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JobViews } from '@scaleph/backstage-plugin-scaleph-node';
import { callerOf } from '../http/Caller';
import { RouteInstaller } from '../http/createApiRouter';
import { JobService } from './JobService';

/** The view at each path. */
const VIEWS: Record<string, keyof JobViews> = {
  '/runs/:id/job': 'graph',
  '/runs/:id/job/throughput': 'throughput',
  '/runs/:id/job/checkpoints': 'checkpoints',
  '/runs/:id/job/exceptions': 'exceptions',
  '/runs/:id/job/configuration': 'configuration',
  '/runs/:id/job/processes': 'processes',
};

/** /runs/{id}/job and the adoption of jobs. @internal */
export function jobRoutes(options: {
  service: JobService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    for (const [path, view] of Object.entries(VIEWS)) {
      router.get(path, async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        response.json(await service.view(request.params.id, view, caller));
      });
    }

    router.get('/runs/:id/job/text', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const query = request.query as unknown as ProcessTextQuery;
      response.json(await service.text(request.params.id, query, caller));
    });

    router.post(
      '/targets/:name/jobs/:jobId/adoption',
      async (request, response) => {
        const caller = await callerOf(httpAuth, request);
        const { name, jobId } = request.params;
        const body = request.body as AdoptJobBody;
        const run = await service.adopt(name, jobId, body, caller);
        response.status(201).json(run);
      },
    );
  };
}
