import { describe, expect, it } from 'vitest'
import { type ComparisonInput, compareModels } from './compare-models'
import { canonicalComparison } from './comparison-result'
import { inventModel, renamed } from './invented/invented-models'
import type { ModelOutputs } from './outputs/model-outputs'

const prompts = 60
const teacher = inventModel({ name: 'teacher', seed: 11, prompts })
const stranger = inventModel({ name: 'stranger', seed: 12, prompts })
const controls = [21, 22, 23, 24].map((seed) => inventModel({ name: `control-${seed}`, seed, prompts }))
const student = (mix: number) => inventModel({ name: 'student', seed: 31, prompts, teacher, mix })
const compare = (input: Partial<ComparisonInput>) =>
  compareModels({ suspect: student(0.5), candidates: [stranger, teacher], controls, samples: 24, ...input })

const scoresOf = async (input: Partial<ComparisonInput>, name = 'teacher') => {
  const { candidates } = await compare(input)
  const { methods } = candidates.find((candidate) => candidate.name === name) ?? candidates[0] ?? {}
  return [methods?.openings.score ?? 0, methods?.['phrase-affinity'].score ?? 0] as const
}

const reversed = (model: ModelOutputs): ModelOutputs => ({ ...model, outputs: [...model.outputs].reverse() })

describe('a comparison', () => {
  it('puts the teacher first and still calls it inconclusive, with no weight and no error rate', async () => {
    const result = await compare({})
    expect(result.candidates.map(({ name }) => name)).toEqual(['teacher', 'stranger'])
    expect(result.candidates[0]).toMatchObject({
      log10LR: null,
      interval: null,
      capped: false,
      verdict: 'inconclusive',
    })
    expect(result.errorRates).toBeNull()
    expect(result.method.profile).toBeNull()
    expect(result.caveats.join('\n')).toContain('not calibrated: this ranks, it does not weigh')
    expect(result.caveats.join('\n')).toContain('error rate not established')
  })

  it('has intervals that hold the score', async () => {
    for (const { methods } of (await compare({})).candidates) {
      for (const { score, interval } of Object.values(methods)) {
        expect(interval?.[0]).toBeLessThanOrEqual(score ?? Number.NaN)
        expect(interval?.[1]).toBeGreaterThanOrEqual(score ?? Number.NaN)
      }
    }
  })

  it('gives the same bytes again, in whatever order prompts and models come', async () => {
    const first = canonicalComparison(await compare({}))
    expect(canonicalComparison(await compare({}))).toBe(first)
    const shuffled = await compare({
      suspect: reversed(student(0.5)),
      candidates: [reversed(teacher), stranger],
      controls: [...controls].reverse().map(reversed),
    })
    expect(canonicalComparison(shuffled)).toBe(first)
    expect(canonicalComparison(await compare({ seed: 2 }))).not.toBe(first)
  })

  it('finds the suspect itself more alike than anyone', async () => {
    const suspect = student(0.5)
    const { candidates } = await compare({ suspect, candidates: [stranger, teacher, renamed(suspect, 'mirror')] })
    expect(candidates[0]?.name).toBe('mirror')
  })

  it('rises with the share of the teacher in the suspect', async () => {
    const rising = await Promise.all([0, 0.25, 0.5, 0.75, 1].map((mix) => scoresOf({ suspect: student(mix) })))
    for (const method of [0, 1] as const) {
      const scores = rising.map((row) => row[method])
      expect(scores).toEqual([...scores].sort((a, b) => a - b))
      expect(scores.at(-1)).toBeGreaterThan((scores[0] ?? 0) + 0.1)
    }
  })

  it('keeps its order when a control takes part twice, and says that it may be one model', async () => {
    const twice = await compare({ controls: [...controls, renamed(controls[0] as ModelOutputs, 'copy')] })
    expect(twice.candidates.map(({ name }) => name)).toEqual(['teacher', 'stranger'])
    expect(twice.caveats.join('\n')).toContain('Control copy gives the same answers as control-21')
  })

  it('names what few prompts, few controls and dropped prompts do to it', async () => {
    const cut = {
      ...teacher,
      outputs: teacher.outputs.map((output, i) => (i < 6 ? { ...output, output: ' ' } : output)),
    }
    const { caveats, prompts: kept } = await compare({ candidates: [cut, stranger] })
    expect(kept).toMatchObject({ shared: 54, dropped: 6, reasons: { 'empty-answer': 6 } })
    const text = caveats.join('\n')
    expect(text).toContain('Only 54 shared prompts')
    expect(text).toContain('Only 4 controls')
    expect(text).toContain('6 of 60 prompts were dropped: 6 left empty by a model. Most are due to teacher (6).')
  })

  it('is refused without controls, without candidates, and when names collide', async () => {
    await expect(compare({ controls: [] })).rejects.toThrow('without controls is refused')
    await expect(compare({ candidates: [] })).rejects.toThrow('at least one candidate')
    await expect(compare({ candidates: [teacher, teacher] })).rejects.toThrow('Two files are named teacher')
  })

  it('leaves out a control that is the suspect’s own file', async () => {
    const suspect = student(0.5)
    const { controls: used, caveats } = await compare({
      suspect,
      controls: [...controls, { ...suspect, name: 'same' }],
    })
    expect(used.map(({ name }) => name)).not.toContain('same')
    expect(caveats.join('\n')).toContain('Control same gives the same answers as student')
  })

  it('has scores with two controls and null where none can be formed', async () => {
    const { candidates, controls: used } = await compare({ controls: controls.slice(0, 2) })
    expect(candidates[0]?.methods.openings.score).not.toBeNull()
    expect(used[0]?.methods.openings).toEqual({ score: null, interval: null })
  })

  it('ranks with a single control and says what that leaves out', async () => {
    const { candidates, caveats } = await compare({ controls: controls.slice(0, 1) })
    expect(candidates[0]).toMatchObject({ name: 'teacher', methods: { openings: { score: expect.any(Number) } } })
    expect(caveats.join('\n')).toContain('The single control makes no control pair')
  })

  it('is refused a seed that is not one', async () => {
    await expect(compare({ seed: 1.5 })).rejects.toThrow('The seed is an integer')
  })

  it('has no verdict but inconclusive and no figure beyond 12 digits', async () => {
    const longNumbers: number[] = []
    JSON.parse(canonicalComparison(await compare({})), (key, value) => {
      if (key === 'verdict') expect(value).toBe('inconclusive')
      if (typeof value === 'number' && Number(value.toPrecision(12)) !== value) longNumbers.push(value)
      return value
    })
    expect(longNumbers).toEqual([])
  })

  it('reports its progress to the end', async () => {
    const steps: number[] = []
    await compare({ onProgress: ({ done, total }) => void steps.push(done / total) })
    expect(steps).toHaveLength(6 * prompts + 24 + 7)
    expect(steps.at(-1)).toBe(1)
  })
})
