/** Settings as lines `key: value`. */
export const printSettings = (settings: Record<string, unknown>): string =>
  Object.entries(settings)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');

/** Reads such lines; also `key = value`. `wrong` is the first that is neither. */
export function readSettings(text: string): {
  settings: Record<string, string>;
  wrong?: string;
} {
  const settings: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (!trimmed || trimmed.startsWith('#')) continue;
    const match = /^([\w.-]+)\s*[:=]\s*(.*)$/.exec(trimmed);
    if (!match) return { settings, wrong: trimmed };
    settings[match[1]] = match[2];
  }
  return { settings };
}
