import { expect, it } from 'vitest'
import type { ScorePrompt } from './methods/comparison-method'
import { scoreFormatProfile } from './methods/format-profile'
import { lineFormsOf } from './methods/line-forms'
import { FormNumbers, maskToken } from './methods/mask-tokens'
import { scoreClosers, scoreOpenings } from './methods/openings'
import { scorePhraseAffinity } from './methods/phrase-affinity'
import { Vocabulary } from './methods/vocabulary'

function scored(score: ScorePrompt, texts: string[]): number[][] {
  const vocabulary = new Vocabulary()
  const n = texts.length
  const into = new Float64Array(n * n)
  const forms = new FormNumbers()
  const words = texts.map((text) => vocabulary.readAnswer(text))
  score({ words, forms: texts.map((text) => forms.read(text)), asked: new Int32Array(0) }, into, [])
  return texts.map((_, i) => [...into.slice(i * n, (i + 1) * n)])
}

it('masks subject words and numbers and keeps function words and marks', () => {
  expect(['the', 'horse', '1905', ',', "don't", 'abc9'].map(maskToken)).toEqual(['the', '#X', '#N', ',', "don't", '#X'])
})

it('openings: agrees on as many masked tokens as two answers share, weighed by how few share them', () => {
  // "the #X is #X ." against "the #X is #N" agree for k = 1…3; a third answer shares only "the".
  const [first] = scored(scoreOpenings, ['The cat is red.', 'The dog is 4', 'The of'])
  const shared = (Math.log(3 / 3) + 2 * Math.log(3 / 2)) / 12
  expect(first?.[1]).toBeCloseTo(shared, 12)
  expect(first?.[2]).toBeCloseTo(0, 12)
})

it('openings: short answers do not agree by being short', () => {
  const [first] = scored(scoreOpenings, ['Yes', 'Yes', 'Because the sea is cold'])
  expect(first?.[1]).toBeCloseTo(Math.log(3 / 2) / 12, 12)
})

it('phrase affinity: is the TF-IDF cosine of word 1–3-grams with document frequency within the prompt', () => {
  // Grams: "red fox" → red, fox, red_fox; "red hen" → red, hen, red_hen. Only "red" is shared (df 2 of 2).
  const both = Math.log(1 + 2 / 2)
  const one = Math.log(1 + 2 / 1)
  const [first] = scored(scorePhraseAffinity, ['Red fox', 'red hen'])
  expect(first?.[1]).toBeCloseTo(both ** 2 / (both ** 2 + 2 * one ** 2), 12)
  expect(first?.[0]).toBe(1)
})

it('phrase affinity: counts a repeated word by 1 + ln tf, and no gram twice under two kinds', () => {
  const rare = Math.log(1 + 2 / 1)
  const common = Math.log(1 + 2 / 2)
  // "a a": a (tf 2, df 2), a_a (df 1); "a": a (df 2).
  const weight = (1 + Math.log(2)) * common
  const [first] = scored(scorePhraseAffinity, ['a a', 'a'])
  expect(first?.[1]).toBeCloseTo((weight * common) / (Math.hypot(weight, rare) * common), 12)
})

it('phrase affinity: an answer without words is like nothing', () => {
  const [first] = scored(scorePhraseAffinity, ['…!', 'a', '…!'])
  expect(first).toEqual([0, 0, 0])
})

it('closers: agrees on as many masked tokens from the end as two answers share', () => {
  // ". #X is" from the end for the first two; the third shares only the full stop.
  const [first] = scored(scoreClosers, ['The cat is red.', 'Sad it is so far.', 'Of red.'])
  expect(first?.[1]).toBeCloseTo((Math.log(3 / 3) + Math.log(3 / 3)) / 12, 12)
  const [again] = scored(scoreClosers, ['The cat is red.', 'A dog is big.', 'Of of.'])
  // ". #X is #X" is shared by two, four tokens; the full stop by all three.
  expect(again?.[1]).toBeCloseTo((3 * Math.log(3 / 2)) / 12, 12)
  expect(again?.[2]).toBeCloseTo(0, 12)
})

it('format profile: knows the kinds of lines, and finds the same layout alike whatever it says', () => {
  expect([...lineFormsOf('# A\n- b\n1. c\n| d\n> e\nNamely:\nshort\n```')]).toEqual([2, 3, 4, 5, 6, 7, 8, 1])
  const [plain, bold] = lineFormsOf('so\n**so**')
  expect(bold).not.toBe(plain)
  const [first] = scored(scoreFormatProfile, ['# A\n- b\n- c', '# X\n- y\n- z', 'A.\nB.'])
  expect(first?.[1]).toBeCloseTo(1, 12)
  expect(first?.[2]).toBe(0)
})
