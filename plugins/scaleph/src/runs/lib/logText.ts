import type { RunLogLine } from '@scaleph/backstage-plugin-scaleph-common';

/** A line as it is copied and downloaded: `2026-01-01T00:00:00.000Z INFO  [read] message`. @internal */
export function toLogText(line: RunLogLine): string {
  const level = line.level.toLocaleUpperCase('en-US').padEnd(5);
  const node = line.node ? `[${line.node}] ` : '';
  return `${line.at} ${level} ${node}${line.message}`;
}

/** Lines with all the words of a search, in message or node; case is ignored. @internal */
export function searchLines(lines: RunLogLine[], search: string): RunLogLine[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) {
    return lines;
  }
  return lines.filter(({ message, node }) => {
    const text = `${node ?? ''} ${message}`.toLocaleLowerCase();
    return words.every(word => text.includes(word));
  });
}
