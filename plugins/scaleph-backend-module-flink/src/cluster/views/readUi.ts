import { NotAllowedError } from '@backstage/errors';
import {
  TargetUiRequest,
  TargetUiResponse,
} from '@scaleph/backstage-plugin-scaleph-node';
import { HttpClient } from '../../http/HttpClient';

/** What Flink does on a GET: end a job, or run the program in a jar. */
const ACTS = ['yarn-cancel', 'yarn-stop', 'plan', 'run'];

/** One request of Flink's own user interface. Throws NotAllowedError for one that would change something or lead elsewhere. @internal */
export async function readUi(
  http: HttpClient,
  { method, path, signal }: TargetUiRequest,
): Promise<TargetUiResponse> {
  checkUiPath(path);
  const answer = await http.passThrough({ method, path: `/${path}`, signal });
  return {
    status: answer.statusCode ?? 502,
    contentType: answer.headers['content-type'],
    body: answer,
  };
}

/** @internal */
export function checkUiPath(path: string): void {
  const [pathname] = path.split('?');
  const segments = pathname.split('/').map(decoded);
  const leadsElsewhere =
    /[\\\s#\p{Cc}]/u.test(path) ||
    segments.some((it, at) => {
      const isInner = at < segments.length - 1;
      return (
        it === undefined ||
        it === '.' ||
        it === '..' ||
        (it === '' && isInner) ||
        /[/\\%]/.test(it)
      );
    });
  if (leadsElsewhere) {
    throw new NotAllowedError(`"${path}" is no path of Flink's user interface`);
  }
  const names = segments.map(it => it?.toLowerCase() ?? '');
  const isAct = names.some(it => ACTS.includes(it)) && !isPlanOfJob(names);
  if (isAct) {
    throw new NotAllowedError(
      `"${pathname}" would change or run something: the user interface is there to look at`,
    );
  }
}

/** `/jobs/:id/plan`, also behind the version, only shows. */
function isPlanOfJob(names: string[]): boolean {
  const [first, ...rest] = /^v\d+$/.test(names[0]) ? names.slice(1) : names;
  return first === 'jobs' && rest.length === 2 && rest[1] === 'plan';
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
