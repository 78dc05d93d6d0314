/** The account identifiers in as many columns as they allow, so that ten thousand of them stay readable. */

import { confidenceNames, identifierKindNames } from '@/lib/cases/schema'
import { formatAmount } from '@/lib/platform/format-number'
import type { SummaryContent } from '../summary-content'
import type { SummaryAccount } from '../summary-subjects'
import { section, subsection } from './headings'
import { foot, measure, page } from './page-furniture'
import type { Sheet } from './sheet'
import { span, styles, type TextStyle } from './text-style'

const style: TextStyle = { ...styles.mono, size: 7, leading: 9.6 }
const gap = 12

/** Sets the appendix, letting other work through after each page. */
export async function setAccounts(sheet: Sheet, { appendices }: SummaryContent, breathe: () => Promise<void>) {
  section(sheet, 'A', 'Account identifiers')
  for (const { subject, accounts } of appendices.accounts ?? []) {
    subsection(sheet, `${subject}: ${formatAmount(accounts.length, 'identifier')}`)
    for (const [title, group] of groupsOf(accounts)) {
      sheet.paragraph([span(title, styles.small)], { before: 4, after: 4, keep: 30 })
      await setColumns(
        sheet,
        group.map(({ identifier }) => identifier),
        breathe,
      )
    }
  }
}

/** Accounts that were linked in one way, under the words for it. */
function groupsOf(accounts: SummaryAccount[]): [string, SummaryAccount[]][] {
  const groups = new Map<string, SummaryAccount[]>()
  for (const account of accounts) {
    const how = `${identifierKindNames[account.kind]}, ${confidenceNames[account.confidence].toLowerCase()}`
    const title = `${how}: ${account.reason || 'no reason was given'}`
    const group = groups.get(title)
    if (group) group.push(account)
    else groups.set(title, [account])
  }
  return [...groups]
}

async function setColumns(sheet: Sheet, identifiers: string[], breathe: () => Promise<void>): Promise<void> {
  const widest = Math.max(...identifiers.map((identifier) => identifier.length)) * style.size * 0.6
  const columns = Math.max(1, Math.min(6, Math.floor((measure + gap) / (widest + gap))))
  const width = (measure + gap) / columns - gap
  let rest = identifiers
  while (rest.length > 0) {
    sheet.ensure(style.leading * Math.min(6, Math.ceil(rest.length / columns)))
    const fit = Math.max(1, Math.floor((foot - sheet.y) / style.leading))
    const rows = Math.min(fit, Math.ceil(rest.length / columns))
    const taken = columns > 1 ? rows * columns : 1
    setBlock(sheet, rest.slice(0, taken), { rows: columns > 1 ? rows : 1, width })
    rest = rest.slice(taken)
    if (rest.length > 0 && columns > 1) sheet.newPage()
    await breathe()
  }
  sheet.y += 8
}

/** One page's worth, read down each column. */
function setBlock(sheet: Sheet, identifiers: string[], { rows, width }: { rows: number; width: number }): void {
  const top = sheet.y
  let lowest = top
  for (let column = 0; column * rows < identifiers.length; column++) {
    const own = identifiers.slice(column * rows, (column + 1) * rows)
    sheet.y = top
    sheet.mark('P', () => {
      const lines = own.flatMap((identifier) => sheet.ruler.lines([span(identifier, style)], width))
      sheet.drawLines(lines, page.left + column * (width + gap))
    })
    lowest = Math.max(lowest, sheet.y)
  }
  sheet.y = lowest
}
