import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventModel, renamed } from '@/lib/comparison/invented/invented-models'
import { preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { meanMatrix } from '@/lib/comparison/score-matrices'
import { numberGrams } from './grammar-grams'
import { grammarTexts, lambdaOf, scoreGrammar } from './grammar-likelihood'
import { GrammarModel } from './grammar-model'
import { FormNumbers, sentencesOf } from './mask-tokens'

const [a, b, c] = [4, 5, 6]

/** Probabilities of the last token of each text but the first, by a model that has learned the first. */
function foretold(words: number, learned: number[][], ...texts: number[][]): number[] {
  const all = [learned, ...texts.map((text) => [text])].map((text) => text.map((one) => Int32Array.from(one)))
  const grams = numberGrams(all)
  const { starts } = grams
  const model = new GrammarModel(grams, words).learn([{ from: 0, to: starts[1] as number }])
  return texts.map((_, k) => model.probability((starts[k + 2] as number) - 1))
}

describe('a grammar model', () => {
  it('is interpolated Kneser–Ney smoothing of order 10', () => {
    // Learned: "a b a". Two tokens stand before a (start, b), one before b: P₁(a) = (2 − ¾)/3 + ¾·2/3·½ = 2/3.
    // At the start each longer order halves nothing but the discount: 1 − P grows smaller by ¾, nine times.
    const [first, other, after, unseen] = foretold(2, [[a, b, a]], [a], [b], [b, a], [a, a])
    expect(first).toBeCloseTo(1 - 0.75 ** 9 / 3, 12)
    expect(other).toBeCloseTo(0.75 ** 9 / 3, 12)
    // "start b" was never seen; "b a" was, once: one order above the single token.
    expect(after).toBeCloseTo(1 / 4 + (3 / 4) * (2 / 3), 12)
    // "start a" was seen going on with b alone: ten orders, all of them discounted.
    expect(unseen).toBeCloseTo(0.75 ** 9 * (2 / 3), 12)
  })

  it('knows nothing before it has learned, and forgets', () => {
    const grams = numberGrams([[Int32Array.from([a, b])], [Int32Array.from([a, b])]])
    const model = new GrammarModel(grams, 5)
    const fresh = model.probability(2)
    model.learn([{ from: 0, to: 3 }])
    expect(model.probability(5)).toBeGreaterThan(fresh)
    expect(model.learn([]).probability(5)).toBe(fresh)
    expect(fresh).toBe(1 / 5)
  })

  it('gives all words together a probability of 1, after whatever words', () => {
    const token = fc.constantFrom(a, b, c)
    const sentence = fc.array(token, { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 6 }),
        fc.array(token, { maxLength: 12 }),
        (text, start) => {
          const values = foretold(3, text, [...start, a], [...start, b], [...start, c])
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
        },
      ),
    )
  })

  it('reads a sentence up to its mark', () => {
    const { form } = new FormNumbers().read('It is so. Is it? Yes')
    expect(sentencesOf(form).map(({ length }) => length)).toEqual([4, 3, 1])
  })
})

describe('grammar likelihood', () => {
  const prompts = 40
  const teacher = inventModel({ name: 'teacher', seed: 1, prompts })
  const student = inventModel({ name: 'student', seed: 2, prompts, teacher, mix: 0.5 })
  const others = [3, 4, 5].map((seed) => inventModel({ name: `c${seed}`, seed, prompts }))
  const textsOf = (...models: Parameters<typeof preparePrompts>[0]) => grammarTexts(preparePrompts(models).prompts)
  const line = { controls: [2, 3, 4], seed: 1 }

  it('foretells a student by its teacher better than by controls, and by all thirty references', async () => {
    const texts = textsOf(student, teacher, ...others)
    const mean = meanMatrix(await scoreGrammar(texts))
    for (const control of line.controls) expect(mean[1]).toBeGreaterThan(mean[control] as number)
    expect(lambdaOf(texts, 1, line)?.favoured).toBe(30)
    expect(lambdaOf(texts, 1, line)).toEqual(lambdaOf(texts, 1, line))
    const sum = (place: number) =>
      lambdaOf(texts, place, line)?.byPrompt.reduce((total, value) => total + value, 0) ?? 0
    expect(sum(1)).toBeGreaterThan(sum(2))
  })

  it('is greatest for the suspect itself, and symmetric', async () => {
    const mean = meanMatrix(await scoreGrammar(textsOf(student, renamed(student, 'mirror'), teacher, ...others)))
    const own = [...mean.slice(1, 6)]
    expect(Math.max(...own)).toBe(own[0])
    for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) expect(mean[i * 6 + j]).toBe(mean[j * 6 + i])
  })

  it('has no references where the controls say too little', () => {
    const few = { ...(others[0] as typeof teacher), outputs: teacher.outputs.map((one) => ({ ...one, output: 'Yes' })) }
    expect(lambdaOf(textsOf(student, teacher, few), 1, { controls: [2], seed: 1 })).toBeNull()
  })
})
