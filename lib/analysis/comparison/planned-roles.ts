/** Which models of the case a plan means, by the names that their outputs carry. Pure. */

import type { PlanShown } from '@/lib/planning/queries'
import type { ChoosableModel } from './model-queries'

type Role = 'suspect' | 'candidate' | 'control'

export type PlannedRoles = {
  planId: string
  title: string
  seed: number
  /** By the key of a model; of several files with answers of one model, the last by name. */
  roles: Record<string, Role>
  /** Models of the plan of which the case holds no outputs. */
  missing: string[]
}

/** The roles that the plan gives; a model whose outputs are missing is named. */
export function plannedRoles({ id, name, version, plan }: PlanShown, models: readonly ChoosableModel[]): PlannedRoles {
  const wanted: [string, Role][] = [
    [plan.suspect, 'suspect'],
    ...plan.candidates.flatMap(({ models: all }) => all.map((model): [string, Role] => [model, 'candidate'])),
    ...plan.controls.map((model): [string, Role] => [model, 'control']),
  ]
  const roles: Record<string, Role> = {}
  const missing: string[] = []
  for (const [model, role] of wanted) {
    const held = models.filter((one) => one.name === model).at(-1)
    if (held) roles[held.key] = role
    else missing.push(model)
  }
  return { planId: id, title: `${name}, version ${version}`, seed: plan.method.seed, roles, missing }
}
