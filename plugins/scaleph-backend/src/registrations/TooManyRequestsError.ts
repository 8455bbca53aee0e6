import { CustomErrorBase } from '@backstage/errors';

/** 429 @internal */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  get statusCode() {
    return 429;
  }
}
