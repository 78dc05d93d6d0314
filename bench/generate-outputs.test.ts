import { describe, expect, it } from 'vitest'
import { generateOutputs, type ModelOutputs } from './generate-outputs'

const models = generateOutputs({ seed: 5 })
const suspect = models[0] as ModelOutputs

const sameStart = (a: ModelOutputs, b: ModelOutputs, words = 4) =>
  a.rows.filter((row, i) => row.output.split(/\s+/, words).join() === b.rows[i]?.output.split(/\s+/, words).join())
    .length / a.rows.length

describe('synthetic outputs', () => {
  it('are the same for the same seed and others for another', () => {
    expect(generateOutputs({ seed: 5 })).toEqual(models)
    expect(generateOutputs({ seed: 6 })).not.toEqual(models)
  })

  it('hold one suspect, two candidates, eight controls, marked as synthetic, over the same prompts', () => {
    expect(models.map(({ role }) => role)).toEqual(['suspect', 'candidate', 'candidate', ...Array(8).fill('control')])
    expect(models.filter(({ teacher }) => teacher)).toHaveLength(1)
    for (const { model, rows } of models) {
      expect(model).toMatch(/\(synthetic\)$/)
      expect(rows.map((row) => [row.prompt_id, row.prompt])).toEqual(
        suspect.rows.map((row) => [row.prompt_id, row.prompt]),
      )
      expect(rows.every((row) => row.output.length > 150 && !/[{}]/.test(row.output))).toBe(true)
    }
    expect(new Set(suspect.rows.map((row) => row.prompt)).size).toBe(250)
  })

  it.each([1, 2, 3, 4, 5, 6])('let the suspect begin like its teacher more than like anyone else (seed %i)', (seed) => {
    const [pupil, ...others] = generateOutputs({ seed }) as [ModelOutputs, ...ModelOutputs[]]
    const ranked = others.map((other) => [sameStart(pupil, other), other.teacher] as const).sort((a, b) => b[0] - a[0])
    expect(ranked[0]?.[1]).toBe(true)
  })

  it('show no tie when nothing is copied', () => {
    const [pupil, teacher, ...others] = generateOutputs({ seed: 5, copied: 0 }) as [
      ModelOutputs,
      ModelOutputs,
      ...ModelOutputs[],
    ]
    const highest = Math.max(...others.map((other) => sameStart(pupil, other)))
    expect(sameStart(pupil, teacher)).toBeLessThanOrEqual(highest)
  })
})
