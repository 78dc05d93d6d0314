/** Why rows of a log were rejected, counted, for whoever reads the terminal. */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { formatAmount } from '@/lib/platform/format-number'

/** As many reasons as a terminal shows at once; the others are counted together. */
const mostShown = 8

/** A note on a file of rejections, the most frequent reasons first: `log.jsonl: 3 rows rejected. 2 × it is not JSON; …`. */
export async function rejectionNote(name: string, rejectsPath: string): Promise<string> {
  const counts = new Map<string, number>()
  for await (const line of createInterface({ input: createReadStream(rejectsPath) })) {
    const { reason } = JSON.parse(line) as { reason: string }
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const total = ordered.reduce((sum, [, count]) => sum + count, 0)
  const others = ordered.slice(mostShown).reduce((sum, [, count]) => sum + count, 0)
  const shown = ordered.slice(0, mostShown).map(([reason, count]) => `${count} × the record ${reason}`)
  return `${name}: ${formatAmount(total, 'row')} rejected. ${[...shown, ...(others > 0 ? [`${others} × other`] : [])].join('; ')}.`
}
