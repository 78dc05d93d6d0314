/** Words for moments on an axis, in UTC: minutes of a day, days, months or years by what the ticks are apart. Pure. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const day = 86_400_000

/** The text of each tick; the first one and each new year also say the year (or the day, when ticks are hours). */
export function timeTickTexts(ticks: Date[]): string[] {
  const apart = ticks[1] && ticks[0] ? ticks[1].getTime() - ticks[0].getTime() : day
  return ticks.map((tick, at) => {
    const before = ticks[at - 1]
    const date = `${tick.getUTCDate()} ${months[tick.getUTCMonth()]}`
    const year = String(tick.getUTCFullYear())
    const newYear = !before || before.getUTCFullYear() !== tick.getUTCFullYear()
    if (apart < day) return before?.getUTCDate() === tick.getUTCDate() ? tick.toISOString().slice(11, 16) : date
    if (apart < 28 * day) return newYear ? `${date} ${year}` : date
    if (apart < 360 * day) return newYear ? `${months[tick.getUTCMonth()]} ${year}` : (months[tick.getUTCMonth()] ?? '')
    return year
  })
}
