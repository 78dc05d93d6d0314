import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { catchPrinted } from '@/tests/printed'
import { compareCommand } from './compare'

let folder: string
const printed = catchPrinted()
const prompts = 8
const teacher = inventModel({ name: 'teacher', seed: 1, prompts })
const suspect = inventModel({ name: 'suspect', seed: 2, prompts, teacher, mix: 0.6 })
const others = ['other', 'c1', 'c2', 'c3'].map((name, i) => inventModel({ name, seed: 10 + i, prompts }))

const pathOf = (name: string): string => join(folder, `${name}.jsonl`)

function linesOf({ name, outputs }: Pick<ModelOutputs, 'name' | 'outputs'>): string {
  return outputs
    .map(({ promptId, prompt, output }) => JSON.stringify({ prompt_id: promptId, prompt, output, model: name }))
    .join('\n')
}

const changed = (change: (output: ModelOutputs['outputs'][number], i: number) => ModelOutputs['outputs'][number]) =>
  linesOf({ name: 'suspect', outputs: suspect.outputs.map(change) })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-bad-input-'))
  for (const model of [teacher, ...others]) await writeFile(pathOf(model.name), linesOf(model))
  await writeFile(pathOf('c1-again'), `${linesOf({ ...(others[1] as ModelOutputs), name: 'c1-again' })}\n`)
})

afterAll(() => rm(folder, { recursive: true }))

/** Compares a suspect's file of `content`. */
async function compare(content: string | Buffer, controls = ['c1', 'c2', 'c3']): Promise<number> {
  await writeFile(pathOf('suspect'), content)
  const named = (option: string, names: string[]) => names.flatMap((name) => [option, `${name}=${pathOf(name)}`])
  return compareCommand.run([
    ...['--suspect', pathOf('suspect'), '--profile', 'none'],
    ...named('--candidate', ['teacher', 'other']),
    ...named('--control', controls),
  ])
}

it.each<[string, () => string | Buffer, string]>([
  ['an empty file', () => '', 'The file of suspect is empty: give records with'],
  [
    'answers that are all empty',
    () => changed((one) => ({ ...one, output: ' ' })),
    'All 8 prompts have an empty answer, of suspect',
  ],
  [
    'prompt ids of its own',
    () => changed((one) => ({ ...one, promptId: `q-${one.promptId}` })),
    'give the same prompt the same prompt_id',
  ],
  [
    'prompt ids that name other prompts',
    () => changed((one, i) => ({ ...one, prompt: `Other question ${i}` })),
    'All 8 prompt ids name different prompts in different files',
  ],
  ['UTF-16', () => Buffer.from(`\ufeff${linesOf(suspect)}`, 'utf16le'), 'is in UTF-16: save it as UTF-8.'],
  ['UTF-16 without a mark', () => Buffer.from(linesOf(suspect), 'utf16le'), 'is binary or not in UTF-8'],
  [
    'Latin-1',
    () =>
      Buffer.from(
        changed((one) => ({ ...one, output: `é ${one.output}` })),
        'latin1',
      ),
    'holds no usable answer: give records with prompt_id, prompt, output and model. Line 1: not valid UTF-8.',
  ],
  ['a cut gzip file', () => gzipSync(linesOf(suspect)).subarray(0, 300), 'damaged or cut gzip file: copy it again.'],
  ['one JSON list', () => JSON.stringify(suspect.outputs), 'is one JSON list: write one object on each line'],
  ['a spreadsheet', () => Buffer.from('PK\u0003\u0004rest'), 'is a zip archive or a spreadsheet'],
])('refuses %s with one clear sentence', async (_, content, sentence) => {
  expect(await compare(content())).toBe(2)
  expect(printed.err).toContain(sentence)
  expect(printed.err.trim().split('\n')).toHaveLength(1)
  expect(printed.out).toBe('')
})

it('uses what can be used and accounts for the rest', async () => {
  const latin = Buffer.from(`${JSON.stringify({ prompt_id: 'x', prompt: 'Q', output: 'é' })}\n`, 'latin1')
  const text = changed((one, i) => (i < 2 ? { ...one, output: '' } : one))
  expect(
    await compare(Buffer.concat([latin, Buffer.from(`${text}\nnot JSON\n`)]), ['c1', 'c2', 'c3', 'c1-again']),
  ).toBe(0)
  for (const sentence of [
    'Only 6 shared prompts: at least 200 are advised',
    '2 of 8 prompts were dropped: 2 left empty by a model. Most are due to suspect (2).',
    '2 records of suspect could not be read and so not used (the first at line 1: not valid UTF-8).',
    'Control c1-again gives the same answers as c1: one model under two names counts once, and it was left out.',
    'Only 3 controls',
  ])
    expect(printed.out).toContain(sentence)
})

it('says that suspect and candidate may be one model under two names', async () => {
  expect(await compare(linesOf({ ...teacher, name: 'suspect' }))).toBe(0)
  expect(printed.out).toContain(
    'suspect and teacher gave the same answer to 8 prompts: this may be one model under two names',
  )
})
