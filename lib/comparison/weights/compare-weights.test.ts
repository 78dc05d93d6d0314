import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationCaveats, speaksBeside } from '@/lib/comparison/caveats/calibration-caveats'
import { type ComparisonInput, compareModels } from '@/lib/comparison/compare-models'
import { canonicalComparison } from '@/lib/comparison/comparison-result'
import { inventModel, renamed } from '@/lib/comparison/invented/invented-models'
import { inventProfile } from '@/lib/comparison/invented/invented-profile'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'

const prompts = 60
const teacher = inventModel({ name: 'teacher', seed: 11, prompts })
const other = inventModel({ name: 'other', seed: 13, prompts })
const stranger = inventModel({ name: 'stranger', seed: 12, prompts })
const controls = [21, 22, 23, 24, 25].map((seed) => inventModel({ name: `control-${seed}`, seed, prompts }))
const student = (mix: number, from = teacher) => inventModel({ name: 'student', seed: 31, prompts, teacher: from, mix })
const profile = inventProfile({ prompts: 50 })
const compare = (input: Partial<ComparisonInput>) =>
  compareModels({ suspect: student(0.6), candidates: [stranger, teacher], controls, samples: 24, profile, ...input })
const named = async (name: string, input: Partial<ComparisonInput>) => {
  const result = await compare(input)
  const found = result.candidates.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`${name} was not compared`)
  return found
}

// Whole comparisons, many times over: a busy machine takes its time.
describe('a weighed comparison', { timeout: 120_000 }, () => {
  it('supports the teacher, cuts its weight at the limit of the calibration, and says how often weights are wrong', async () => {
    const result = await compare({})
    expect(result.candidates[0]).toMatchObject({ name: 'teacher', log10LR: 0.9, capped: true, verdict: 'supports' })
    expect(result.errorRates).toMatchObject({ cllr: 0.4, eer: 0.1, pairs: 100 })
    expect(result.method.profile).toBe('profile-invented')
    expect(result.caveats.join('\n')).toContain('cut to 1 to 7.9 and 7.9 to 1')
    expect(result.caveats.join('\n')).toContain('3 of 10 pairs of one vendor’s siblings')
  })

  it('supports nobody when the suspect learned from none of them', async () => {
    for (const seed of [41, 42, 43]) {
      const { candidates } = await compare({ suspect: inventModel({ name: 'student', seed, prompts }) })
      for (const { verdict } of candidates) expect(verdict).not.toBe('supports')
    }
  })

  it('has an interval that holds the weight, and a verdict that follows from it', async () => {
    for (const mix of [0.1, 0.6]) {
      for (const { log10LR, interval, verdict } of (await compare({ suspect: student(mix) })).candidates) {
        const [low, high] = interval ?? [Number.NaN, Number.NaN]
        expect(low).toBeLessThanOrEqual(log10LR ?? Number.NaN)
        expect(high).toBeGreaterThanOrEqual(log10LR ?? Number.NaN)
        expect(verdict).toBe(low > 0 ? 'supports' : high < 0 ? 'contradicts' : 'inconclusive')
      }
    }
  })

  it('weighs nothing outside the calibration’s domain, and says why', async () => {
    const outside = await compare({ profile: inventProfile({ prompts: 200 }) })
    expect(outside.candidates[0]).toMatchObject({ name: 'teacher', log10LR: null, verdict: 'inconclusive' })
    expect(outside.caveats.join('\n')).toContain('The calibration profile does not apply here')
    expect(outside.caveats.join('\n')).toContain('error rate not established')
    expect(outside.caveats.join('\n')).toContain('60 shared prompts, calibrated with at least 200')
    const few = await compare({ controls: controls.slice(0, 2) })
    expect(few.candidates[0]).toMatchObject({ log10LR: null, verdict: 'inconclusive' })
    expect(few.errorRates).toBeNull()
  })

  it('does not depend on the order of prompts, files or models', async () => {
    const first = canonicalComparison(await compare({}))
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const keys = numbers[Symbol.iterator]()
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const mixed = (model: ModelOutputs) => ({ ...model, outputs: shuffled(model.outputs) })
        const again = await compare({
          suspect: mixed(student(0.6)),
          candidates: shuffled([stranger, teacher]).map(mixed),
          controls: shuffled(controls).map(mixed),
        })
        expect(canonicalComparison(again)).toBe(first)
      }),
      { numRuns: 3 },
    )
  })

  it('changes no figure when a control takes part under a second name', async () => {
    const once = await compare({})
    const twice = await compare({ controls: [...controls, renamed(controls[0] as ModelOutputs, 'copy')] })
    expect(twice.candidates).toEqual(once.candidates)
    expect(twice.caveats.join('\n')).toContain('Control copy gives the same answers as control-21')
  })

  it('rises with the share of a teacher in the suspect, by every fused method', async () => {
    const rows = await Promise.all([0, 0.3, 0.6, 0.9].map((mix) => named('teacher', { suspect: student(mix) })))
    for (const id of ['openings', 'sentence-shape', 'over-represented', 'rare-phrases'] as const) {
      const scores = rows.map(({ methods }) => methods[id].score ?? Number.NaN)
      expect(scores).toEqual([...scores].sort((a, b) => a - b))
    }
  })

  it('finds the suspect itself more alike than its teacher, by every method', async () => {
    const suspect = student(0.6)
    const { candidates } = await compare({ suspect, candidates: [renamed(suspect, 'mirror'), teacher, stranger] })
    expect(candidates[0]?.name).toBe('mirror')
    for (const { methods } of candidates.slice(1)) {
      for (const [id, { score }] of Object.entries(methods)) {
        const most = candidates[0]?.methods[id as keyof typeof methods].score ?? Number.NaN
        // Made-up answers are all laid out alike.
        if (id === 'format-profile') expect(most).toBe(score)
        else expect(most).toBeGreaterThan(score ?? Number.NaN)
      }
    }
  })

  it('puts both teachers of a mixture above every other candidate', async () => {
    const first = student(0.5, teacher)
    const second = student(1, other)
    const suspect = { ...first, outputs: first.outputs.map((own, p) => (p % 2 ? own : (second.outputs[p] ?? own))) }
    const { candidates } = await compare({ suspect, candidates: [stranger, other, teacher] })
    expect(candidates.at(-1)?.name).toBe('stranger')
    expect(candidates.slice(1).map(speaksBeside)).toEqual([true, false])
  })

  it('does not exclude several teachers when two candidates weigh', () => {
    const candidates = [0.8, 0.4, -0.2].map((log10LR, k) => ({ name: `m${k}`, log10LR }))
    const caveats = calibrationCaveats({ profile, outside: [], candidates }).join('\n')
    expect(caveats).toContain('Several teachers are not excluded: beside m0, m1 weighs above 0 as well.')
    expect(calibrationCaveats({ profile, outside: [], candidates: candidates.slice(1) }).join('\n')).not.toContain(
      'Several',
    )
  })

  it('takes further snapshots of a lineage under its name and gains nothing by a strange one', async () => {
    const further = { ...inventModel({ name: 'teacher', seed: 99, prompts, teacher, mix: 0.8 }) }
    const { snapshots, verdict } = await named('teacher', { candidates: [stranger, teacher, further] })
    expect({ snapshots, verdict }).toEqual({ snapshots: 2, verdict: 'supports' })
    const innocent = inventModel({ name: 'student', seed: 44, prompts })
    const several = [
      inventModel({ name: 'stranger', seed: 51, prompts }),
      inventModel({ name: 'stranger', seed: 52, prompts }),
    ]
    const result = await named('stranger', { suspect: innocent, candidates: [stranger, ...several, teacher] })
    expect(result.verdict).not.toBe('supports')
  })
})
