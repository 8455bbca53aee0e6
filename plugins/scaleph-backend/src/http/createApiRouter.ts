import { InputError, NotFoundError } from '@backstage/errors';
import express, { RequestHandler, Router } from 'express';
import { middleware as openApiValidator } from 'express-openapi-validator';
import PromiseRouter from 'express-promise-router';
import { spec } from '../schema/generated/spec';
import { apiErrorMapper } from './apiErrorMapper';
import { holdsNul } from './holdsNul';

/** A document may have 1 MiB; quoting it as a JSON string adds to that. */
const BODY_LIMIT = '1280kb';
/** Ten files of 512 KiB in base64, and the data source. */
const FILES_LIMIT = '8mb';
const WITH_FILES = ['/data-sources', '/data-source-types/:type/test'];

const refuseNul: RequestHandler = (request, _response, next) => {
  if (/%00/.test(request.url) || holdsNul(request.body)) {
    throw new InputError(
      'The request holds the character NUL, which no text here may have: remove it',
    );
  }
  next();
};

/** A jar or archive stays in the stream for its route; the validator is told that there is something. */
const leaveBinary: RequestHandler = (request, _response, next) => {
  if (request.is(['application/java-archive', 'application/zip'])) {
    request.body = 'binary';
  }
  next();
};

/** Adds the routes of one resource. @internal */
export type RouteInstaller = (router: Router) => void;

/**
 * The router of /api/scaleph. Requests are checked against the contract before
 * they reach a route: types, patterns, limits; unknown fields and query
 * parameters are refused. Errors leave for Backstage's error handler.
 *
 * @internal
 */
export function createApiRouter(installers: RouteInstaller[]): Router {
  const router = PromiseRouter();
  router.use((_request, response, next) => {
    // An ETag names the version of what can be edited. The last run and the
    // last test change without it, so no cache may answer in our place.
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // The extra files of a data source come with it.
  for (const path of WITH_FILES) {
    router.use(path, express.json({ limit: FILES_LIMIT, strict: true }));
  }
  router.use(express.json({ limit: BODY_LIMIT, strict: true }));
  router.use(leaveBinary);
  router.use(refuseNul);
  router.use(
    ...openApiValidator({
      // The validator resolves references in place.
      apiSpec: structuredClone(spec) as unknown as Parameters<
        typeof openApiValidator
      >[0]['apiSpec'],
      validateRequests: {
        coerceTypes: false,
        allowUnknownQueryParameters: false,
        allErrors: true,
      },
      validateResponses: false,
      validateSecurity: false,
      ignoreUndocumented: true,
      useRequestUrl: true,
    }),
  );
  router.get('/openapi.json', (request, response) => {
    response.json({
      ...spec,
      servers: [{ url: request.originalUrl.replace(/\/openapi\.json.*$/, '') }],
    });
  });
  for (const install of installers) install(router);
  router.use(request => {
    throw new NotFoundError(
      `${request.method} ${request.path} is not an operation of Scaleph's API; see openapi.json`,
    );
  });
  router.use(apiErrorMapper());
  return router;
}
