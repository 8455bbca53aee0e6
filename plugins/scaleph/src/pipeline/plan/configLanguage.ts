import { StreamLanguage } from '@codemirror/language';
import type { StreamParser, StringStream } from '@codemirror/language';

const KEY_FOLLOWS = /^\s*(?::|=|\{)/;

function readString(stream: StringStream): string {
  let escaped = false;
  for (let next = stream.next(); next; next = stream.next()) {
    if (next === '"' && !escaped) {
      break;
    }
    escaped = next === '\\' && !escaped;
  }
  return stream.match(KEY_FOLLOWS, false) ? 'propertyName' : 'string';
}

const parser: StreamParser<unknown> = {
  startState: () => ({}),
  token(stream) {
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match(/^(#|\/\/)/)) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.eat('"')) {
      return readString(stream);
    }
    if (stream.match(/^-?\d+(\.\d+)?([eE][+-]?\d+)?\b/)) {
      return 'number';
    }
    if (stream.match(/^(true|false)\b/)) {
      return 'bool';
    }
    if (stream.match(/^null\b/)) {
      return 'null';
    }
    if (stream.match(/^[\w.-]+/)) {
      return stream.match(KEY_FOLLOWS, false) ? 'propertyName' : 'string';
    }
    stream.next();
    return 'punctuation';
  },
};

/** Colours of HOCON and of JSON, which is a part of it. @internal */
export const configLanguage = StreamLanguage.define(parser);
