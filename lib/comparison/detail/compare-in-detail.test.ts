import { describe, expect, it } from 'vitest'
import { inventModel, renamed } from '@/lib/comparison/invented/invented-models'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { canonicalComparison } from '../comparison-result'
import { compareInDetail } from './compare-in-detail'
import { type DetailStep, detailSteps } from './detail-steps'
import { type ReadBytes, readPromptColumn, readPromptHeader, readPromptRows } from './prompt-file'

const prompts = 60
const teacher = inventModel({ name: 'teacher', seed: 1, prompts })
const other = inventModel({ name: 'other', seed: 2, prompts })
const controls = [3, 4, 5, 6, 7].map((seed) => inventModel({ name: `control-${seed}`, seed, prompts }))
const suspect = inventModel({ name: 'suspect', seed: 20, prompts, teacher, mix: 0.6 })

/** The same answers with the first ten prompts under one kind and the others under another. */
const inKinds = (model: ModelOutputs): ModelOutputs => ({
  ...model,
  outputs: model.outputs.map((output, p) => ({ ...output, group: p < 40 ? 'letters' : 'sums' })),
})

const input = { suspect, candidates: [teacher, other], controls, samples: 50 }
const compared = compareInDetail(input)

function reader(file: Buffer): ReadBytes {
  return async (offset, length) => file.subarray(offset, offset + length)
}

// Whole comparisons: a busy machine takes its time over each.
describe('the detail of a comparison', { timeout: 120_000 }, () => {
  it('is the same to the byte when it is made again from other orders', async () => {
    const again = await compareInDetail({ ...input, candidates: [other, teacher], controls: [...controls].reverse() })
    const { result, promptFile } = await compared
    expect(canonicalComparison(again.result)).toBe(canonicalComparison(result))
    expect(again.promptFile.equals(promptFile)).toBe(true)
  })

  it('tells each step by its name as it begins, and how much of it is done', async () => {
    const told: DetailStep[] = []
    const onStep = async (step: DetailStep) => void told.push(step)
    const sibling = { speaksTo: 'sibling', model: inventModel({ name: 'sibling', seed: 30, prompts }) } as const
    await compareInDetail({ ...input, samples: 5, witnesses: [sibling], onStep })
    const names = [...new Set(told.map(({ step }) => step))]
    expect(names).toEqual(detailSteps({ witnesses: 1 }))
    for (const name of names.slice(1)) {
      const amounts = told.filter(({ step }) => step === name)
      expect(amounts.map(({ done }) => done)).toEqual([...amounts].map(({ done }) => done).sort((a, b) => a - b))
      expect(amounts[0]?.done).toBe(0)
      expect(amounts.at(-1)?.done).toBeGreaterThan(0)
    }
    expect(detailSteps({ witnesses: 0 })).not.toContain('Answering other explanations')
  })

  it('joins the suspect with its teacher in the tree, steadily', async () => {
    const { detail, panel } = (await compared).result
    const nodes = detail?.tree?.nodes ?? []
    const place = (name: string) => panel.models.findIndex((model) => model.name === name)
    const parent = nodes[place('suspect')]?.parent
    expect(nodes[place('teacher')]?.parent).toBe(parent)
    expect(nodes[parent ?? 0]?.support).toBeGreaterThan(0.9)
    expect([...(detail?.tree?.order ?? [])].sort((a, b) => a - b)).toEqual(panel.models.map((_, k) => k))
  })

  it('names phrases that the candidate really says', async () => {
    const phrases = (await compared).result.detail?.phrases.find(({ name }) => name === 'teacher')?.phrases ?? []
    expect(phrases.length).toBeGreaterThan(5)
    for (const { phrase } of phrases) {
      expect(teacher.outputs.some(({ output }) => output.replaceAll('.', '').includes(phrase))).toBe(true)
    }
  })

  it('keeps contributions that add up to the score of each method', async () => {
    const { result, promptFile } = await compared
    const read = reader(promptFile)
    const opened = await readPromptHeader(read)
    for (const [k, { candidate, method }] of opened.header.columns.entries()) {
      if (['together', 'over-represented', 'grammar-likelihood'].includes(method)) continue
      const column = await readPromptColumn(read, opened, k)
      const score = result.candidates.find(({ name }) => name === candidate)?.methods[method as 'openings'].score
      expect(column.reduce((sum, value) => sum + value, 0)).toBeCloseTo(score ?? Number.NaN, 6)
    }
  })

  it('ranks prompts answered by the teacher above the others, and marks what they share', async () => {
    const { promptFile } = await compared
    const read = reader(promptFile)
    const opened = await readPromptHeader(read)
    const at = opened.header.columns.findIndex((one) => one.candidate === 'teacher' && one.method === 'together')
    const column = await readPromptColumn(read, opened, at)
    const best = column.indexOf(Math.max(...column))
    const [row] = await readPromptRows(read, opened, [best])
    const mine = row?.answers[opened.header.models.findIndex(({ name }) => name === 'teacher')]
    expect(mine?.text).toBe(row?.answers[0]?.text)
    const [mark] = mine?.shared ?? []
    expect(row?.answers[0]?.text.slice(...(mark?.own ?? [0, 0]))).toBe(mine?.text.slice(...(mark?.here ?? [0, 0])))
  })
})

describe('leaving out groups of prompts', () => {
  it('takes the kinds that the outputs name, and shows a likeness that lives in one of them', async () => {
    const partly = {
      ...suspect,
      outputs: suspect.outputs.map((output, p) =>
        p < 40 ? output : { ...output, output: other.outputs[p]?.output ?? '' },
      ),
    }
    const { result } = await compareInDetail({
      ...{ suspect: inKinds(partly), candidates: [teacher, other].map(inKinds), controls: controls.map(inKinds) },
      samples: 50,
    })
    const groups = result.detail?.groups
    expect(groups?.by).toBe('column')
    const without = (name: string) => groups?.groups.find(({ group }) => group === name)?.without?.candidates[0]?.name
    expect(without('letters')).toBe('other')
    expect(without('sums')).toBe('teacher')
  })

  it('takes lengths or turns where they name none', async () => {
    const groups = (await compared).result.detail?.groups
    expect(groups?.by).toBe('turns')
    expect(groups?.groups.reduce((sum, { size }) => sum + size, 0)).toBe(prompts)
  })
})

describe('other explanations', { timeout: 120_000 }, () => {
  it('are open where no model speaks to them, and say what to get', async () => {
    const alternatives = (await compared).result.detail?.alternatives ?? []
    expect(alternatives.map(({ id }) => id)).toEqual([
      ...['same-base', 'sibling', 'common-text', 'several-teachers', 'other-teacher', 'convergence'],
    ])
    const open = alternatives.filter(({ answer }) => answer === 'no control speaks to this')
    for (const { get } of open) expect(get).toMatch(/\w/)
    expect(alternatives.find(({ id }) => id === 'convergence')?.answer).toBe('spoken against')
  })

  it('are answered by models that speak to them', async () => {
    const untaught = inventModel({ name: 'same base, untaught', seed: 31, prompts })
    const twin = renamed(inventModel({ name: 'twin', seed: 33, prompts, teacher, mix: 0.6 }), 'same base, as like')
    const answerOf = async (model: ModelOutputs) => {
      const { result } = await compareInDetail({ ...input, witnesses: [{ model, speaksTo: 'same-base' }] })
      return result.detail?.alternatives.find(({ id }) => id === 'same-base')?.answer
    }
    expect(await answerOf(untaught)).toBe('spoken against')
    expect(await answerOf(twin)).toBe('not excluded')
  })
})
