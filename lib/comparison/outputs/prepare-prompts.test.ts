import { expect, it } from 'vitest'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import type { ModelOutputs } from './model-outputs'
import { preparePrompts } from './prepare-prompts'

type Answered = Record<string, string | [output: string, prompt: string | null]>

function model(name: string, answers: Answered): ModelOutputs {
  const outputs = Object.entries(answers).map(([promptId, answer]) => {
    const [output, prompt] = typeof answer === 'string' ? [answer, `Ask ${promptId}`] : answer
    return { promptId, prompt, output }
  })
  return { ...inventModel({ name, seed: 1, prompts: 0 }), outputs }
}

it('keeps what all answered, sorted by id', () => {
  const { prompts } = preparePrompts([model('m', { b: 'B', a: 'A' }), model('n', { a: '1', b: '2' })])
  expect(prompts.map(({ promptId, texts }) => [promptId, ...texts])).toEqual([
    ['a', 'A', '1'],
    ['b', 'B', '2'],
  ])
})

it('excludes each other prompt with its reason and by whose doing', () => {
  const m = {
    ...model('m', { a: 'A', b: '<think>hm</think>', c: 'C', d: ['D', 'Ask another'] }),
    conflictingIds: ['e'],
  }
  const n = model('n', { a: 'A', b: 'B', d: 'D', e: 'E' })
  const o = model('o', { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' })
  expect(preparePrompts([m, n, o]).excluded).toEqual([
    { promptId: 'b', reason: 'empty-answer', models: ['m'] },
    { promptId: 'c', reason: 'not-answered-by-all', models: ['n'] },
    { promptId: 'd', reason: 'prompt-differs', models: ['m'] },
    { promptId: 'e', reason: 'answers-conflict', models: ['m'] },
  ])
})

it('takes prompts for the same that differ only in spelling, or are not given', () => {
  const { prompts } = preparePrompts([
    model('m', { a: ['A', 'It’s  so'] }),
    model('n', { a: ['A', "It's so "] }),
    model('o', { a: ['A', null] }),
  ])
  expect(prompts).toHaveLength(1)
})

it('says what to do when nothing is shared', () => {
  expect(() => preparePrompts([model('m', { a: 'A' }), model('n', { b: 'B' })])).toThrow('answered by all 2 models')
  const sameTexts = [model('m', { a: ['A', 'Hello'] }), model('n', { b: ['B', 'Hello'] })]
  expect(() => preparePrompts(sameTexts)).toThrow('give the same prompt the same prompt_id')
  const otherTexts = [model('m', { a: ['A', 'Hello'] }), model('n', { a: ['B', 'Bye'] })]
  expect(() => preparePrompts(otherTexts)).toThrow('name different prompts')
})
