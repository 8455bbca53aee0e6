/** A line that says something, or frames of the stack below it that are folded. @internal */
export type StackPart =
  | { kind: 'message'; text: string }
  | { kind: 'frames'; lines: string[] };

const FRAME = /^\s+(at\s|\.\.\.\s\d+\s)/;

/** A Java stack as messages (with each "Caused by") and the frames between them. @internal */
export function foldStack(stack: string): StackPart[] {
  const parts: StackPart[] = [];
  for (const line of stack.split(/\r?\n/)) {
    const last = parts[parts.length - 1];
    if (FRAME.test(line)) {
      if (last?.kind === 'frames') {
        last.lines.push(line);
      } else {
        parts.push({ kind: 'frames', lines: [line] });
      }
    } else if (line.trim() !== '') {
      const goesOn = last?.kind === 'message' && !/^Caused by: /.test(line);
      if (goesOn) {
        last.text += `\n${line}`;
      } else {
        parts.push({ kind: 'message', text: line });
      }
    }
  }
  return parts;
}
