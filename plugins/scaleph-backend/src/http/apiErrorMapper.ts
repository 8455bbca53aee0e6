import { InputError, NotFoundError } from '@backstage/errors';
import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { ErrorRequestHandler } from 'express';
import { error as validation } from 'express-openapi-validator';
import {
  PayloadTooLargeError,
  ProblemsError,
  UnsupportedMediaTypeError,
} from './httpErrors';

/**
 * Gives the errors of the body parser and the request validator Backstage's
 * form, with names and messages a person can act on.
 *
 * @internal
 */
export function apiErrorMapper(): ErrorRequestHandler {
  return (error, _request, _response, next) => next(toApiError(error));
}

function toApiError(error: unknown): unknown {
  if (error instanceof validation.BadRequest) return toProblemsError(error);
  if (error instanceof validation.UnsupportedMediaType) {
    return new UnsupportedMediaTypeError(
      'A request with a body needs the header Content-Type: application/json',
    );
  }
  if (
    error instanceof validation.NotFound ||
    error instanceof validation.MethodNotAllowed
  ) {
    return new NotFoundError(
      `${error.path} has no such operation; see openapi.json`,
    );
  }
  switch ((error as { type?: string }).type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        'The request is too large: a pipeline document may have up to 1 MiB, a file of a data source up to 512 KiB',
      );
    case 'entity.parse.failed':
      return new InputError(
        `The request body is not valid JSON: ${(error as Error).message}`,
      );
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new UnsupportedMediaTypeError((error as Error).message);
    default:
      return error;
  }
}

function toProblemsError(error: InstanceType<typeof validation.BadRequest>) {
  const problems = error.errors.map(toProblem);
  const summary = problems
    .slice(0, 5)
    .map(problem => problem.message)
    .join('; ');
  return new ProblemsError(`The request is not valid: ${summary}`, problems);
}

/** `path` is `/body/document/spec`, `/query/limit`, …; pointers of a problem go into the body. */
function toProblem(item: {
  path: string;
  message: string;
  errorCode?: string;
}): DocumentProblem {
  const [, place, ...rest] = item.path.split('/');
  const pointer = rest.length ? `/${rest.join('/')}` : '';
  const unknown = item.errorCode?.startsWith('additionalProperties');
  const where =
    place === 'body' ? `body ${pointer}`.trim() : `${place} ${rest.join('/')}`;
  return {
    severity: 'error',
    code: unknown ? 'unknown-field' : 'invalid-request',
    pointer: place === 'body' ? pointer : '',
    message: unknown
      ? `${where} is not a known field`
      : `${where}: ${item.message}`,
  };
}
