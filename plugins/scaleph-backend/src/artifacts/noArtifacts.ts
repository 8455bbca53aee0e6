import { NotFoundError } from '@backstage/errors';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';

/** Of an installation that keeps no jars. @internal */
export const noArtifacts: ArtifactReader = {
  read: async () => {
    throw new NotFoundError('This installation keeps no jars');
  },
};
