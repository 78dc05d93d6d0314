import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalForm, promptSetText, readPromptSet } from './prompt-set'

const [river, bridge] = ['Which river is the longest of all?', 'Which bridge is the oldest of all?']
const textsOf = (text: string) => readPromptSet(text).prompts.map(({ position, prompt }) => [position, prompt])
const both = [
  [0, river],
  [1, bridge],
]

describe('a prompt set', () => {
  test('is read from JSON lines, from CSV and from lines, each prompt at its place', () => {
    expect(textsOf(`{"id":7,"prompt":"${river}"}\n{"question":"${bridge}"}\n`)).toEqual(both)
    expect(textsOf(`id,Prompt\r\n1,"${river}"\r\n2,${bridge}\r\n`)).toEqual(both)
    expect(textsOf(`\uFEFF${river}\n\n${bridge}`)).toEqual(both)
  })

  test('keeps a cell over several lines together, and commas of a plain line', () => {
    expect(textsOf('prompt,n\n"Tell me a ""story""\nof a long, long journey",1\n')).toEqual([
      [0, 'Tell me a "story"\nof a long, long journey'],
    ])
    expect(textsOf('Tell me of bread, salt, and water')).toEqual([[0, 'Tell me of bread, salt, and water']])
  })

  test('leaves out what is too short or was there before, and keeps the places of the others', () => {
    const set = readPromptSet(`Hello\n${river}\n${river.toUpperCase().replace('?', '!')}\n${bridge}`)
    expect(set.prompts.map(({ position }) => position)).toEqual([1, 3])
    expect(set.leftOut).toBe(2)
  })

  test('of which only hashes are kept says no word of it, and hashes the same', () => {
    const hashed = readPromptSet(river, { hashesOnly: true })
    expect(promptSetText(hashed)).not.toMatch(/river/)
    expect(hashed.prompts[0]?.sha256).toBe(readPromptSet(river).prompts[0]?.sha256)
    expect(hashed.prompts[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('says which line it cannot read', () => {
    expect(() => readPromptSet(`{"prompt":"${river}"}\n{"answer":1}`)).toThrow(/Line 2 .* no “prompt”/)
    expect(() => readPromptSet(`{"prompt":"${river}"}\nnothing`)).toThrow(/Line 2 .* not a JSON object/)
    expect(() => readPromptSet('id,prompt\n1,2,3')).toThrow(/Line 2 .* has 3 columns/)
    expect(() => readPromptSet('prompt,a\n"never closed,1')).toThrow(/never closed/)
    expect(() => readPromptSet('Hi\nYo\n')).toThrow(/No prompt of 20 characters/)
  })

  test('has a normal form that is its own, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => normalForm(normalForm(text)) === normalForm(text)))
  })
})
