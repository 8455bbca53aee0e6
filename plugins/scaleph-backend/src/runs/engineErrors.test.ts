import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { backOffMs, classifySubmitError } from './engineErrors';

describe('classifySubmitError', () => {
  it.each([
    [new InputError('x'), 'permanent'],
    [new NotFoundError('x'), 'permanent'],
    [new NotAllowedError('x'), 'permanent'],
    [new ConflictError('x'), 'permanent'],
    [new ServiceUnavailableError('x'), 'busy'],
    [new Error('connect ECONNREFUSED'), 'temporary'],
    ['not even an error', 'temporary'],
    // An engine that brings its own copy of @backstage/errors.
    [Object.assign(new Error('x'), { name: 'InputError' }), 'permanent'],
  ])('%s is %s', (error, problem) => {
    expect(classifySubmitError(error)).toBe(problem);
  });
});

describe('backOffMs', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [5, 8_000],
    [7, 30_000],
    [1_000, 30_000],
  ])('after %d failures: %d', (attempts, ms) => {
    expect(backOffMs(attempts)).toBe(ms);
  });
});
