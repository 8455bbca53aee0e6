import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import {
  splitStatements,
  statementAt,
  statementScope,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import { functionHelp } from '../completion/flinkFunctions';
import { tablePath } from '../completion/tablePaths';
import type { GetSqlServices, SqlServices } from './SqlServices';

/** What is said about a word: code, and a sentence. @internal */
export interface SqlHelp {
  from: number;
  to: number;
  code: string;
  text?: string;
}

/** Help on what stands at an offset: a function, or a column of a table. @internal */
export async function helpAt(
  script: string,
  offset: number,
  services: SqlServices,
): Promise<SqlHelp | undefined> {
  const { dialect, metadata, language } = services;
  const own = statementAt(splitStatements(script, dialect), offset);
  if (!own) return undefined;
  const tokens = tokenizeSql(own.text, dialect);
  const at = offset - own.start;
  const token = tokens.find(it => it.start <= at && at < it.end);
  const isName = token?.kind === 'word' || token?.kind === 'quotedIdentifier';
  if (!token || !isName) return undefined;
  const range = { from: own.start + token.start, to: own.start + token.end };
  const isCall = tokens.find(it => it.start === token.end)?.text === '(';
  const help = dialect === 'flink' ? functionHelp(token.text) : undefined;
  if (help && (isCall || !help.signature.includes('('))) {
    return { ...range, code: help.signature, text: help[language] };
  }
  if (!metadata) return undefined;
  const name = token.text.replace(/^[`"[]|[`"\]]$/g, '');
  for (const { path } of statementScope(own.text, at, dialect).tables) {
    if (!path.length) continue;
    const columns = await metadata.list(await tablePath(metadata, path));
    const column = columns.find(it => it.kind === 'column' && it.name === name);
    if (column) {
      const type = `${column.type ?? ''}${
        column.nullable === false ? ' NOT NULL' : ''
      }`;
      const code = `${path.join('.')}.${column.name}  ${type}`;
      return { ...range, code, text: column.comment };
    }
  }
  return undefined;
}

/** Help on functions and columns under the pointer. @internal */
export function sqlHover(get: GetSqlServices): Extension {
  return hoverTooltip(async (view, pos) => {
    const help = await helpAt(view.state.doc.toString(), pos, get());
    if (!help) return null;
    const { from, to, code, text } = help;
    return {
      pos: from,
      end: to,
      above: true,
      create() {
        const dom = document.createElement('div');
        dom.className = 'cm-sqlHelp';
        const head = document.createElement('code');
        head.textContent = code;
        dom.append(head);
        if (text) {
          const body = document.createElement('div');
          body.textContent = text;
          dom.append(body);
        }
        return { dom };
      },
    };
  });
}
