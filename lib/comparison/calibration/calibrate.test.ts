import { expect, it } from 'vitest'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { calibrate, canonicalProfile } from './calibrate'
import { drawLineUps } from './draw-line-ups'
import { readRelations } from './relation-table'

const prompts = 30
const made = (name: string, seed: number, teacher?: ModelOutputs) =>
  inventModel({ name, seed, prompts, ...(teacher && { teacher, mix: 0.6 }) })
const teachers = [made('t1', 1), made('t2', 2), made('t3', 3)]
const students = [10, 11, 12].map((seed) => made(`s${seed}`, seed, teachers[0]))
const others = [20, 21, 22, 23, 24, 25].map((seed) => made(`c${seed}`, seed))
const models = [...teachers, ...students, ...others]

const csv = [
  'model,lineage,family,to:A,to:B,to:C',
  't1,A,t1,self,unrelated,unrelated',
  't2,B,t2,unrelated,self,unrelated',
  't3,C,t3,unrelated,unrelated,self',
  ...students.map(({ name }) => `${name},,${name},related,unrelated,unrelated`),
  ...others.map(({ name }) => `${name},,${name},unrelated,unrelated,unrelated`),
].join('\n')
const relations = readRelations(csv)
const input = { models, relations, relationsSha256: '0'.repeat(64), draws: 1 }

it('tells students from strangers with their family held out, and gives the same bytes again', async () => {
  const profile = await calibrate(input)
  expect(profile.figures.pairs).toEqual({ related: 3, unrelated: expect.any(Number) })
  expect(profile.figures.auc).toBeGreaterThan(0.95)
  expect(profile.figures.cllrMin).toBeLessThanOrEqual(profile.figures.cllr)
  expect(Math.max(...profile.limits.map(Math.abs))).toBeLessThanOrEqual(1)
  expect(profile.domain.relatedByLineage).toEqual([3])
  expect(profile.resampled).toHaveLength(200)
  expect(canonicalProfile(await calibrate({ ...input, models: [...models].reverse() }))).toBe(canonicalProfile(profile))
  expect(canonicalProfile(profile)).not.toContain('s10')
})

it('draws line-ups whose controls are unrelated to every candidate and not of the suspect’s family', () => {
  for (const { suspect, candidates, controls } of drawLineUps(relations, { draws: 5, seed: 3 })) {
    expect(candidates.length).toBeGreaterThanOrEqual(2)
    expect(controls.length).toBeGreaterThanOrEqual(4)
    for (const control of controls) {
      expect(control.family).not.toBe(suspect.family)
      for (const { lineage } of candidates) expect(control.to[lineage]).toBe('unrelated')
    }
    if (suspect.to.A === 'related') expect(candidates.map(({ lineage }) => lineage)).toContain('A')
  }
})

it('refuses relations that it cannot read with the line', () => {
  expect(() => readRelations('model,lineage,family\nx,,x')).toThrow('no column to:LINEAGE')
  expect(() => readRelations('model,lineage,family,to:A\nx,,x,cousin')).toThrow('Line 2 of the relations says “cousin”')
})
