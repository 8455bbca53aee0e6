import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { FileRoots } from '../../files/FileRoots';

/** The problem of a path that may not be touched; `pointer` names its field. @internal */
export async function checkPath(
  path: string,
  pointer: string,
  files: FileRoots,
): Promise<DocumentProblem[]> {
  try {
    await files.resolve(path);
    return [];
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'NotAllowedError' && name !== 'InputError') throw error;
    return [{ severity: 'error', code: 'path-not-allowed', pointer, message }];
  }
}
