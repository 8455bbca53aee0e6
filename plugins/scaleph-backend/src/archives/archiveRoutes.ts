import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Response } from 'express';
import { callerOf } from '../http/Caller';
import { queryOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { ArchiveService } from './ArchiveService';

/** /archives and /pipelines/{name}/archive @internal */
export function archiveRoutes(options: {
  service: ArchiveService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;
  return router => {
    router.get('/pipelines/:name/archive', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { name } = request.params;
      send(response, name, await service.exportPipeline(name, caller));
    });

    router.get('/archives', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const { system } = queryOf<'exportSystem'>(request);
      const archive = await service.exportSystem(system, caller);
      send(response, system.split(/[:/]/).pop() ?? 'system', archive);
    });

    router.post('/archives', async (request, response) => {
      const caller = await callerOf(httpAuth, request);
      const {
        onConflict = 'skip',
        dryRun = false,
        owner,
      } = queryOf<'importArchive'>(request);
      response.json(
        await service.import(request, { onConflict, dryRun, owner }, caller),
      );
    });
  };
}

function send(response: Response, name: string, archive: Buffer): void {
  const file = `${name.replace(/[^A-Za-z0-9_.-]/g, '_')}.scaleph.zip`;
  response
    .status(200)
    .set('Content-Type', 'application/zip')
    .set('Content-Disposition', `attachment; filename="${file}"`)
    .send(archive);
}
