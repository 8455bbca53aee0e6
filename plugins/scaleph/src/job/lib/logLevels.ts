/** @internal */
export type TextLevel = 'debug' | 'info' | 'warn' | 'error';

/** A line of a cluster's log. @internal */
export interface TextLine {
  /** Counts from the first line that is here. */
  number: number;
  text: string;
  /** Of the line, or of the one that it goes on with (a stack); unknown before the first that says it. */
  level?: TextLevel;
}

const LEVEL =
  /^(?:\[?[\d][\d\-T:., +Z/]*\]?\s+)(?:\[[^\]]*\]\s+)?\[?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b/;

const LEVELS: Record<string, TextLevel> = {
  TRACE: 'debug',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  WARNING: 'warn',
  ERROR: 'error',
  FATAL: 'error',
};

/** Gives each line its level. Log4j writes it after the time: `2026-01-01 08:00:00,123 WARN  org.apache… - …`. @internal */
export function toTextLines(lines: string[]): TextLine[] {
  let level: TextLevel | undefined;
  return lines.map((text, index) => {
    const found = LEVEL.exec(text)?.[1];
    level = found ? LEVELS[found] : level;
    return { number: index + 1, text, level };
  });
}

const ORDER: TextLevel[] = ['debug', 'info', 'warn', 'error'];

/** Lines with all the words of a search, of a level and above; case is ignored. @internal */
export function findTextLines(
  lines: TextLine[],
  search: string,
  level: TextLevel | undefined,
): TextLine[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const least = level ? ORDER.indexOf(level) : -1;
  if (!words.length && least <= 0) {
    return lines;
  }
  return lines.filter(line => {
    const text = line.text.toLocaleLowerCase();
    return (
      words.every(word => text.includes(word)) &&
      (least <= 0 || (line.level && ORDER.indexOf(line.level) >= least))
    );
  });
}
