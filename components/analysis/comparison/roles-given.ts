/** The roles that the boxes of a list of models give, read from and written to the boxes themselves. */

import { formatAmount, formatCount } from '@/lib/platform/format-number'

const boxes = 'input[type=radio], input[type=checkbox]'

export type RolesGiven = { tally: string }

/** How many models have each role, as a line; of no list, an empty one. */
export function rolesGiven(list: HTMLElement | null): RolesGiven {
  if (!list) return { tally: '' }
  const ticked = (name: string) => list.querySelectorAll(`input[name="${name}"]:checked`).length
  const [suspects, candidates, controls] = [ticked('suspect'), ticked('candidates[]'), ticked('controls[]')]
  const free = list.children.length - suspects - candidates - controls
  return {
    tally: `${formatAmount(suspects, 'suspect')}, ${formatAmount(candidates, 'candidate')}, ${formatAmount(controls, 'control')} of at least 8; ${formatCount(free)} of ${formatAmount(list.children.length, 'model')} without a role.`,
  }
}

/** The one before when nothing changed, so that nothing is drawn again. */
export const sameRoles = (before: RolesGiven, now: RolesGiven): RolesGiven =>
  before.tally === now.tally ? before : now

/** A box that was ticked is the only one of its model. */
export function keepOneRole(target: EventTarget): void {
  if (!(target instanceof HTMLInputElement) || !target.checked) return
  for (const other of target.closest('li')?.querySelectorAll<HTMLInputElement>(boxes) ?? [])
    if (other !== target) other.checked = false
}

/** Makes the models that are shown and have no role controls. */
export function giveRest(list: HTMLElement | null): void {
  for (const row of list?.querySelectorAll<HTMLElement>('li:not([hidden])') ?? []) {
    const box = row.querySelector<HTMLInputElement>('input[name="controls[]"]')
    if (box && !row.querySelector('input:checked')) box.checked = true
  }
}
