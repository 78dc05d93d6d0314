/** Text to search for, as PostgreSQL takes it. */

/** `text` for `contains` and `startsWith`, where `%`, `_` and `\` would be patterns: each stands for itself. NUL, which no stored text holds, is left out. */
export function asWritten(text: string): string {
  return text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')
}
