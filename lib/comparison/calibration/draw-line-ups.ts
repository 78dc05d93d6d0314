/** Comparisons as an analyst would set them up, drawn from a reference set: the conditions that a profile is valid for. */

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { ReferenceModel, Relation, RelationTable } from './relation-table'

export type DrawnCandidate = { lineage: string; relation: Relation; snapshots: readonly ReferenceModel[] }
export type DrawnLineUp = {
  suspect: ReferenceModel
  candidates: readonly DrawnCandidate[]
  controls: readonly ReferenceModel[]
}

/** Smallest and greatest numbers that are drawn, both included. */
export const drawn = { candidates: [2, 4], controls: [4, 16] } as const

/**
 * `draws` line-ups for each model as the suspect. Its documented teachers are among the candidates; without one, a lineage
 * that has taught others is; the rest is drawn. One to all snapshots of a lineage. Controls are documented as unrelated to
 * every candidate and not of the suspect's family, and come from as many families as there are. Pairs of unknown relation
 * are never drawn. The same seed gives the same line-ups.
 */
export function drawLineUps(table: RelationTable, { draws, seed }: { draws: number; seed: number }): DrawnLineUp[] {
  const dice = new Dice(seed)
  const lineUps: DrawnLineUp[] = []
  for (let draw = 0; draw < draws; draw++) {
    for (const suspect of table.models) {
      const lineUp = drawOne(table, suspect, dice)
      if (lineUp) lineUps.push(lineUp)
    }
  }
  return lineUps
}

function drawOne(table: RelationTable, suspect: ReferenceModel, dice: Dice): DrawnLineUp | null {
  const lineages = drawLineages(table, suspect, dice)
  if (lineages.length < drawn.candidates[0]) return null
  const pool = table.models.filter(
    (model) =>
      model !== suspect &&
      model.family !== suspect.family &&
      lineages.every((lineage) => model.to[lineage] === 'unrelated'),
  )
  const controls = spreadOverFamilies(pool, dice).slice(0, dice.between(drawn.controls[0], drawn.controls[1]))
  if (controls.length < drawn.controls[0]) return null
  const candidates = lineages.map((lineage) => {
    const all = dice.shuffled(table.models.filter((model) => model.lineage === lineage))
    return {
      lineage,
      relation: suspect.to[lineage] as Relation,
      snapshots: all.slice(0, dice.between(1, all.length)),
    }
  })
  return { suspect, candidates, controls }
}

function drawLineages({ lineages, models }: RelationTable, suspect: ReferenceModel, dice: Dice): string[] {
  const isIn = (relation: Relation | undefined, ...among: Relation[]) =>
    relation !== undefined && among.includes(relation)
  const teachers = lineages.filter((lineage) => suspect.to[lineage] === 'related')
  const others = lineages.filter((lineage) => !isIn(suspect.to[lineage], 'unknown', 'self', 'related'))
  const taught = others.filter((lineage) => models.some((model) => model.to[lineage] === 'related'))
  const first = teachers.length > 0 ? teachers : dice.shuffled(taught).slice(0, 1)
  const rest = dice.shuffled(others.filter((lineage) => !first.includes(lineage)))
  return [...first, ...rest].slice(0, dice.between(drawn.candidates[0], drawn.candidates[1]))
}

/** All models, one of each family before a second of any. */
function spreadOverFamilies(models: readonly ReferenceModel[], dice: Dice): ReferenceModel[] {
  const names = dice.shuffled([...new Set(models.map(({ family }) => family))])
  const families = names.map((name) => dice.shuffled(models.filter(({ family }) => family === name)))
  const rounds = Math.max(0, ...families.map((family) => family.length))
  return Array.from({ length: rounds }, (_, round) => families.flatMap((family) => family[round] ?? [])).flat()
}

class Dice {
  private readonly random
  constructor(seed: number) {
    this.random = xoroshiro128plus(seed)
  }
  between(least: number, most: number): number {
    return uniformInt(this.random, least, most)
  }
  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items]
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.between(0, i)
      const kept = result[i] as T
      result[i] = result[j] as T
      result[j] = kept
    }
    return result
  }
}
