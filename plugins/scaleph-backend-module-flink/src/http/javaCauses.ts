import { JavaCause } from './FlinkRequestError';

const MAX_REASON = 1000;

/** Packages whose messages say what is the matter without the name of the class. */
const SELF_EXPLAINING = /^org\.apache\.(flink|calcite)\./;

/** The chain of causes in Flink's `errors`, outermost first; stacks are left out. @internal */
export function javaCauses(errors: readonly string[]): JavaCause[] {
  const chains = errors.map(toChain).filter(chain => chain.length > 0);
  // Flink puts "Internal server error." before the exception that tells why.
  return chains.reduce((longest, chain) => {
    const isBetter = chain.length >= longest.length && chain[0].type;
    return isBetter || longest.length === 0 ? chain : longest;
  }, []);
}

/** The innermost cause in one short text; undefined when the chain is empty. @internal */
export function shortReason(causes: readonly JavaCause[]): string | undefined {
  const last = causes.at(-1);
  if (!last) return undefined;
  const { type, message } = last;
  const simpleName = type?.slice(type.lastIndexOf('.') + 1);
  const isBare = message === '' || message === 'null';
  const text =
    type && (isBare || !SELF_EXPLAINING.test(type))
      ? [simpleName, ...(isBare ? [] : [message])].join(': ')
      : message;
  return text.length > MAX_REASON ? `${text.slice(0, MAX_REASON)}…` : text;
}

function toChain(error: string): JavaCause[] {
  const text = error
    .replace(/^<Exception on server side:\n?/, '')
    .replace(/\n?End of exception on server side>[\s\S]*$/, '');
  return text
    .split(/(?:^|\n)Caused by: /)
    .map(withoutStack)
    .filter(part => part !== '')
    .map(toCause);
}

function withoutStack(part: string): string {
  const end = part.search(
    /\n\s*(?:at |\.\.\. \d+ (?:more|common)|Suppressed: )/,
  );
  return (end < 0 ? part : part.slice(0, end)).trim();
}

/** `a.b.SomeException: message`; a message that only repeats the next exception's class is that exception. */
function toCause(part: string): JavaCause {
  const match = /^((?:[a-z_$][\w$]*\.)+[A-Z][\w$]*)(?:: ([\s\S]*))?$/.exec(
    part,
  );
  if (!match) return { message: part };
  const message = (match[2] ?? '').trim();
  const nested =
    /^((?:[a-z_$][\w$]*\.)+[A-Z][\w$]*(?:Exception|Error))(?:: |$)/;
  return nested.test(message) ? toCause(message) : { type: match[1], message };
}
