import { DocumentProblem } from '../types';

/** A refusal of the Scaleph API. @public */
export class ScalephApiError extends Error {
  /** HTTP status, e.g. 412. */
  readonly statusCode: number;
  /** What is wrong with the document, when the request carried one. */
  readonly problems?: DocumentProblem[];

  constructor(options: {
    statusCode: number;
    /** Name of the error, e.g. `NotFoundError`. */
    name: string;
    message: string;
    problems?: DocumentProblem[];
  }) {
    super(options.message);
    this.name = options.name;
    this.statusCode = options.statusCode;
    this.problems = options.problems;
  }

  /** From the body of a response: Backstage's error body, or any text (a proxy may answer HTML). */
  static fromResponse(response: Response, body: unknown): ScalephApiError {
    const error = errorOf(body);
    const statusCode = response.status;
    return new ScalephApiError({
      statusCode,
      name: error?.name ?? 'ResponseError',
      message:
        error?.message ??
        `Scaleph answered ${[statusCode, response.statusText]
          .filter(Boolean)
          .join(' ')}${excerpt(body)}`,
      problems: error?.problems,
    });
  }
}

type ErrorBody = {
  name: string;
  message: string;
  problems?: DocumentProblem[];
};

function errorOf(body: unknown): ErrorBody | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { error } = body as { error?: Partial<ErrorBody> };
  if (typeof error?.message !== 'string') return undefined;
  return {
    name: typeof error.name === 'string' ? error.name : 'Error',
    message: error.message,
    problems: Array.isArray(error.problems) ? error.problems : undefined,
  };
}

function excerpt(body: unknown): string {
  if (typeof body !== 'string' || body.trim() === '') return '';
  return `: ${body
    .slice(0, 2000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)}`;
}
