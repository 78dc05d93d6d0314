/** Tests whether an account runs at one time of each day, as a scheduled job does. */

import {
  type AccountCells,
  cannotSay,
  doesNotFit,
  type ExplanationTest,
  fits,
  measureOf,
  percent,
} from './explanation-test'

const [punctual, unpunctual] = [0.8, 0.4]
const [short, long] = [0.25, 0.5]
const fewestDays = 5

function test(cells: AccountCells) {
  const days = measureOf(cells, 'volume', 'active_days') ?? 0
  const same = measureOf(cells, 'rhythm', 'same_time_days')
  const covered = measureOf(cells, 'rhythm', 'day_coverage')
  if (same === null || covered === null) return cannotSay('The log has no times of this account.')
  if (days < fewestDays) return cannotSay(`It was active on ${days} days, too few to see a schedule.`)
  const found =
    `On ${percent(same)} of its ${days} active days it sent something within the same ten minutes of the day, and it was active in ` +
    `${percent(covered)} of a day’s ten minutes.`
  if (same >= punctual && covered <= short) return fits(found)
  if (covered >= long) return doesNotFit(`${found} A job ends; this goes on.`)
  if (same <= unpunctual) return doesNotFit(`${found} A job keeps its time.`)
  return cannotSay(found)
}

export const oneSchedule: ExplanationTest = {
  id: 'one-schedule',
  reads: [
    ['rhythm', 'same_time_days'],
    ['rhythm', 'day_coverage'],
  ],
  explanation: 'evaluation harness',
  of: ['volume', 'rhythm', 'limit-riding', 'no-ramp'],
  question: 'Does it run at one time of each day?',
  rule:
    `Fits when it sent something within the same ten minutes (UTC) on ${percent(punctual)} of its active days or more, and was active in ` +
    `${percent(short)} of a day’s ten minutes or less; does not fit when active in ${percent(long)} or more, or punctual on ${percent(unpunctual)} or less. ` +
    `Needs ${fewestDays} active days.`,
  test,
}
