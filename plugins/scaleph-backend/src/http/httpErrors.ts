import { CustomErrorBase, InputError } from '@backstage/errors';
import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';

/**
 * What a caller sent is wrong, with the places where. The problems reach the
 * client as `error.problems`, because Backstage's error handler serialises the
 * own fields of an error.
 *
 * @internal
 */
export class ProblemsError extends InputError {
  constructor(message: string, readonly problems: DocumentProblem[]) {
    super(message);
  }
}

/** 412: the resource changed since the caller read it. @internal */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError' as const;
  get statusCode() {
    return 412;
  }
}

/** 428: a write to an existing resource came without If-Match. @internal */
export class PreconditionRequiredError extends CustomErrorBase {
  name = 'PreconditionRequiredError' as const;
  get statusCode() {
    return 428;
  }
}

/** 413 @internal */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  get statusCode() {
    return 413;
  }
}

/** 415 @internal */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  get statusCode() {
    return 415;
  }
}
