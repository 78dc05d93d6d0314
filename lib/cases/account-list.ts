/** Reads a list of account identifiers as people paste them: one per line, or CSV with the identifier first. */

export type AccountList = {
  identifiers: string[]
  repeated: number
  refused: { line: number; text: string; why: string }[]
}

const headings = new Set([
  'account',
  'account_id',
  'accounts',
  'identifier',
  'id',
  'organisation',
  'organization',
  'org_id',
  'project',
  'project_id',
  'api_key',
  'api_key_id',
])
const longest = 200

/** Distinct identifiers in order of first appearance; blank lines and a heading are passed over; what cannot be one is listed with its line. */
export function readAccountList(text: string): AccountList {
  const seen = new Set<string>()
  const list: AccountList = { identifiers: [], repeated: 0, refused: [] }
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const identifier = firstCell(line)
    if (identifier === '' || (index === 0 && headings.has(identifier.toLowerCase()))) continue
    const why = refusalOf(identifier)
    if (why) list.refused.push({ line: index + 1, text: line.slice(0, 80), why })
    else if (seen.has(identifier)) list.repeated += 1
    else {
      seen.add(identifier)
      list.identifiers.push(identifier)
    }
  }
  return list
}

/** The list that `readAccountList` reads back as exactly these identifiers, also those that hold a comma or quote. */
export function writeAccountList(identifiers: string[]): string {
  return identifiers
    .map((identifier) => (/[",;\t]/.test(identifier) ? `"${identifier.replaceAll('"', '""')}"` : identifier))
    .join('\n')
}

function firstCell(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line)
  const cell = quoted?.[1] !== undefined ? quoted[1].replaceAll('""', '"') : (line.split(/[,;\t]/, 1)[0] ?? '')
  return cell.trim()
}

function refusalOf(identifier: string): string | null {
  if (identifier.length > longest) return `longer than ${longest} characters`
  if (/\s/.test(identifier)) return 'contains a space'
  return /[\u0000-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/.test(identifier)
    ? 'contains an invisible character'
    : null
}
