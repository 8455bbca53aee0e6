import { NotFoundError } from '@backstage/errors';
import { TargetDirectory } from './TargetDirectory';

/** Of an installation without registered targets. @internal */
export const noTargets: TargetDirectory = {
  connection: async () => undefined,
  list: async () => [],
  requireUse: async () => {},
  requireLogs: async () => {},
  usableBy: async () => () => true,
  requireManage: async name => {
    throw new NotFoundError(`Target "${name}" does not exist`);
  },
};
