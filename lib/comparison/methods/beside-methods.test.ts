import { describe, expect, it } from 'vitest'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import { preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { wilsonInterval } from '@/lib/comparison/statistics/wilson-interval'
import { findCanaries, fisher } from './canary'
import { identityLeaks, selfNames } from './identity-leak'
import { scoreOverRepresented } from './over-represented'
import { chooseGrams, poolGrams } from './pooled-grams'
import { scoreRarePhrases } from './rare-phrases'
import { sharedErrors, wrongAnswer } from './shared-errors'

function prepared(prompt: string, ...rows: string[][]) {
  const models = (rows[0] ?? []).map((_, i) => ({
    ...inventModel({ name: `m${i}`, seed: i, prompts: 0 }),
    outputs: rows.map((answers, p) => ({ promptId: `p${p}`, prompt, output: answers[i] ?? '' })),
  }))
  return preparePrompts(models).prompts
}

describe('rare phrases', () => {
  const phrase = 'seven grey geese crossed the frozen lake'
  const scored = (prompt: string, answers: string[], controls: number[]) => {
    const into = new Float64Array(answers.length ** 2)
    const [only] = prepared(prompt, answers)
    if (only) scoreRarePhrases(only, into, controls)
    return into[1]
  }

  it('count shared six-word windows by rarity for 1,000 words', () => {
    // Seven words share two windows, used by 2 of 3 models; both answers have seven words.
    expect(scored('Say', [phrase, phrase, 'no'], [2])).toBeCloseTo((1000 * 2 * Math.log(3 / 2)) / 7, 9)
  })

  it('count nothing that a control or the prompt says', () => {
    expect(scored('Say', [phrase, phrase, phrase], [2])).toBe(0)
    expect(scored(`Say: ${phrase}`, [phrase, phrase, 'no'], [2])).toBe(0)
  })
})

describe('favourite phrases', () => {
  it('are alike for models that favour the same and unlike for those that do not', () => {
    const answers = ['in short it is so', 'in short it is not', 'the sea is very cold', 'the sea is rather warm']
    const pooled = chooseGrams(poolGrams(prepared('Say', answers, answers)), [0, 1, 2, 3])
    // Only grams of two models count: in_short, short_it, it_is, in_short_it, short_it_is; the_sea, sea_is, the_sea_is.
    expect(pooled.size).toBe(8)
    const cosines = scoreOverRepresented(pooled, [2, 3])
    expect(cosines[1]).toBeCloseTo(1, 9)
    expect(cosines[2] as number).toBeLessThan(0.2)
  })

  it('have the z of the log-odds with the controls as prior', () => {
    const pooled = {
      n: 2,
      prompts: 1,
      size: 2,
      starts: Int32Array.from([0, 3, 5]),
      places: Int32Array.from([0, 0, 1, 0, 1]),
      spelled: new Int32Array(6),
    }
    const cosines = scoreOverRepresented(pooled, [1])
    // One control: its own profile less the mean of controls is 0, which is like nothing.
    expect(cosines[1]).toBe(0)
    expect(cosines[0]).toBeCloseTo(1, 12)
  })
})

describe('a name that a model gives itself', () => {
  it('is found in the ways in which models say it, and never a plain noun', () => {
    expect(selfNames('Hello! I am Orrin Two, an assistant developed by Quillmark.').map(({ name }) => name)).toEqual([
      'Orrin Two',
      'Quillmark',
    ])
    expect(selfNames("I'm sorry, I am an AI language model. I am AI.")).toEqual([])
  })

  it('counts for the suspect where the candidate uses it twice and the prompt does not hold it', () => {
    const self = 'I am Orrin. How can I help?'
    const rows = [
      [self, self, 'I am Bea.'],
      ['Fine.', self, 'Fine.'],
    ]
    const [leak] = identityLeaks(prepared('Who are you?', ...rows), [{ name: 'c', places: [1] }], [2])
    expect(leak).toMatchObject({ names: ['Orrin'], suspect: { count: 1, total: 2 }, controls: { count: 0, total: 2 } })
    expect(leak?.hits[0]).toMatchObject({ promptId: 'p0', name: 'Orrin' })
    const [asked] = identityLeaks(prepared('Are you Orrin?', ...rows), [{ name: 'c', places: [1] }], [2])
    expect(asked?.suspect.count).toBe(0)
  })

  it('has the score interval of its share', () => {
    expect(wilsonInterval(1, 10).map((limit) => Number(limit.toFixed(4)))).toEqual([0.0179, 0.4042])
    expect(wilsonInterval(0, 0)).toEqual([0, 1])
  })
})

describe('a planted marker', () => {
  it('is exact: the chance is the share of tables at least as telling', () => {
    expect(fisher({ count: 2, total: 2 }, { count: 0, total: 2 })).toBeCloseTo(1 / 6, 12)
    expect(fisher({ count: 0, total: 5 }, { count: 3, total: 9 })).toBeCloseTo(1, 12)
    const rows = [
      ['x QV-77 y', 'a QV-77', 'b'],
      ['z', 'QV-77', 'c'],
    ]
    const [found] = findCanaries(['QV-77'], prepared('Say', ...rows), { candidates: [1], controls: [2] })
    expect(found).toMatchObject({
      suspect: { count: 1, total: 2 },
      candidates: { count: 2 },
      controls: { count: 0 },
      p: 0.5,
    })
    const [asked] = findCanaries(['QV-77'], prepared('Say QV-77', ...rows), { candidates: [1], controls: [2] })
    expect(asked?.suspect.count).toBe(0)
  })
})

describe('shared errors', () => {
  it('reads a number, a letter or a text', () => {
    expect(wrongAnswer('It is 4, so 1,200.', '1200')).toBeNull()
    expect(wrongAnswer('So the answer is 7.', '8')).toBe('7')
    expect(wrongAnswer('A or B? B', 'c')).toBe('b')
    expect(wrongAnswer('The capital is Lima, surely.', 'Lima')).toBeNull()
  })

  it('counts the same mistake against how common it is among the controls', () => {
    const rows = [
      ['9', '9', '7', '8'],
      ['5', '5', '4', '3'],
    ]
    const known = new Map([
      ['p0', '8'],
      ['p1', '3'],
    ])
    const [result] = sharedErrors(known, prepared('Sum?', ...rows), {
      lineages: [{ name: 'c', places: [1] }],
      controls: [2, 3],
    })
    // In each prompt one control is wrong, and not so: chance (0 + ½) / (1 + 1) = ¼.
    expect(result).toMatchObject({ both: 2, same: 2, expected: 0.5, p: 1 / 16, accuracy: { suspect: 0, candidate: 0 } })
  })
})
