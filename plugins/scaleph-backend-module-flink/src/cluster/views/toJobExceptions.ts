import {
  JobException,
  JobExceptions,
} from '@scaleph/backstage-plugin-scaleph-common';
import { javaCauses, shortReason } from '../../http/javaCauses';
import { maskLogins } from '../../maskConfiguredSecrets';
import {
  JobException as FlinkException,
  JobExceptions as FlinkExceptions,
} from '../../rest/types/JobTypes';

const MAX_STACK = 64 * 1024;
const MAX_MESSAGE = 300;

/** @param now - for what has no time; milliseconds since 1970 @internal */
export function toJobExceptions(
  { root, history, truncated }: FlinkExceptions,
  now: number,
): JobExceptions {
  return {
    root: root && toException(root, now),
    history: history
      .flatMap(entry => [entry, ...entry.concurrent])
      .map(entry => toException(entry, now)),
    truncated,
  };
}

function toException(
  it: Pick<FlinkException, 'at' | 'stack'> & Partial<FlinkException>,
  now: number,
): JobException {
  // Before anything is cut: half a password would not be known as one.
  const stack = maskLogins(it.stack);
  return {
    at: new Date(it.at ?? now).toISOString(),
    message: messageOf(it.name, stack),
    stack: stack.slice(0, MAX_STACK),
    task: it.task,
    location: it.endpoint ?? it.taskManagerId,
  };
}

function messageOf(name: FlinkException['name'] | undefined, stack: string) {
  const reason = shortReason(javaCauses([stack])) ?? name ?? 'Unknown';
  const [line] = reason.split('\n');
  return line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line;
}
