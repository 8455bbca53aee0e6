import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, Response } from 'express';
import { callerOf } from '../http/Caller';
import { bodyOf } from '../http/contract';
import { RouteInstaller } from '../http/createApiRouter';
import { PreviewContext, PreviewService } from './PreviewService';

/** /pipelines/{name}/fields and /pipelines/{name}/previews @internal */
export function previewRoutes(options: {
  service: PreviewService;
  httpAuth: HttpAuthService;
}): RouteInstaller {
  const { service, httpAuth } = options;

  /** Answers unless nobody is there any more. */
  const answer = async (
    request: Request,
    response: Response,
    work: (context: PreviewContext) => Promise<unknown>,
  ) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const caller = await callerOf(httpAuth, request);
    try {
      response.json(await work({ caller, signal: gone.signal }));
    } catch (error) {
      if (!gone.signal.aborted) throw error;
    }
  };

  return router => {
    router.post('/pipelines/:name/fields', (request, response) =>
      answer(request, response, context =>
        service.fields(
          request.params.name,
          bodyOf<'inferPipelineFields'>(request),
          context,
        ),
      ),
    );

    router.post('/pipelines/:name/previews', (request, response) =>
      answer(request, response, context =>
        service.rows(
          request.params.name,
          bodyOf<'previewPipelineNode'>(request),
          context,
        ),
      ),
    );
  };
}
