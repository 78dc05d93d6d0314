/** Text as a spreadsheet shows it and never computes it: what could begin a formula gets an apostrophe in front (OWASP, CSV injection). */
export function neutraliseFormula(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}
