import { SqlError } from '@scaleph/backstage-plugin-scaleph-common';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { sqlPositionOf } from '../gateway/gatewayErrors';

const LONGEST_DETAIL = 4_000;
/** What frames every failure and tells nothing of this one. */
const FRAME =
  /^(?:Failed to (?:fetchResults|execute the operation|fetch the results|executeStatement)|Internal server error|org\.apache\.flink\.table\.gateway\.)/;
const POSITION = /^From line \d+, column \d+ to line \d+, column \d+: /;

/** What the gateway says of a wrong statement: the cause in a line, where it is, and the chain of causes without stacks. @internal */
export function toSqlError(error: FlinkRequestError): SqlError {
  const messages = [
    ...new Set(
      error.causes
        .map(({ message }) => message.replace(POSITION, '').trim())
        .filter(message => message !== '' && !FRAME.test(message)),
    ),
  ];
  const message = firstLine(error.reason.replace(POSITION, ''));
  const detail = messages.join('\n').slice(0, LONGEST_DETAIL);
  return {
    message,
    ...(detail && detail !== message && { detail }),
    ...sqlPositionOf(error),
  };
}

function firstLine(text: string): string {
  const [line, ...more] = text.split('\n').map(it => it.trim());
  // "Encountered "FROM" at line 1, column 12.\nWas expecting one of:\n…"
  return more.some(Boolean) && line.endsWith(':')
    ? `${line} ${more.filter(Boolean).slice(0, 3).join(' ')}`
    : line;
}
