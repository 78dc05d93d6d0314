import { expect, it } from 'vitest'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import { preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { type PassageFindings, tellingPassages } from './telling-passages'

function passagesBetween({ prompt, answers }: { prompt: string; answers: string[] }): PassageFindings {
  const models = answers.map((output, i) => ({
    ...inventModel({ name: `m${i}`, seed: i, prompts: 0 }),
    outputs: [{ promptId: 'p', prompt, output }],
  }))
  const controls = answers.map((_, i) => i).slice(2)
  const [findings] = tellingPassages(preparePrompts(models), { suspect: 0, others: [1], controls }, 30)
  return findings as PassageFindings
}

const suspect = 'Well 😀, the old grey mare sang loudly at noon. Done.'
const candidate = 'I think: The old grey mare, sang loudly at midnight!'

it('finds what suspect and candidate share word for word, and shows where', () => {
  const { found, per10kWords, items } = passagesBetween({
    prompt: 'Say',
    answers: [suspect, candidate, 'Nothing of that kind at all here.'],
  })
  expect(found).toBe(1)
  expect(per10kWords).toBeCloseTo(10_000 / 10, 6)
  const [item] = items
  expect(item?.words).toBe(7)
  const shown = (side: { excerpt: string; spanStart: number; spanEnd: number } | undefined) =>
    side?.excerpt.slice(side.spanStart, side.spanEnd)
  expect(shown(item?.suspect)).toBe('the old grey mare sang loudly at')
  expect(shown(item?.other)).toBe('The old grey mare, sang loudly at')
})

it('says nothing of a passage that a control or the prompt holds', () => {
  const control = 'They say the old grey mare sang loudly at dawn.'
  expect(passagesBetween({ prompt: 'Say', answers: [suspect, candidate, control] }).found).toBe(0)
  expect(passagesBetween({ prompt: control, answers: [suspect, candidate, 'No.'] }).found).toBe(0)
})

it('says nothing of fewer than six words', () => {
  expect(
    passagesBetween({ prompt: 'Say', answers: ['one two three four five', 'one two three four five', 'x'] }).found,
  ).toBe(0)
})

it('prefers rare words to common ones', () => {
  const rare = 'zebra quince umbra vellum wombat yucca'
  const { items } = passagesBetween({
    prompt: 'Say',
    answers: [`a b c d e f ${rare} x. one`, `two a b c d e f. ${rare} y`, 'a c e b d f', 'f e d c b a'],
  })
  expect(items[0]?.suspect.excerpt).toContain(rare)
})
