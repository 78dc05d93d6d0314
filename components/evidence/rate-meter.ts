/** Turns a running count into a calm rate: the last readings weigh most, and a pause does not count. */

const settling = 5000
const pauseMs = 3000

/** A meter that is told the amount so far and answers with amount per second, or null until it knows. */
export function rateMeter(clock: () => number = () => performance.now()): (amount: number) => number | null {
  let last: { amount: number; at: number } | null = null
  let rate: number | null = null
  return (amount) => {
    const at = clock()
    const elapsed = last ? at - last.at : 0
    if (!last || elapsed > pauseMs || amount < last.amount) {
      last = { amount, at }
      return rate
    }
    if (elapsed < 200) return rate
    const current = ((amount - last.amount) / elapsed) * 1000
    const weight = 1 - Math.exp(-elapsed / settling)
    rate = rate === null ? current : rate + (current - rate) * weight
    last = { amount, at }
    return rate
  }
}
