import { describe, expect, it } from 'vitest'
import { readModelOutputs } from '@/lib/comparison/outputs/read-outputs'
import { partOf } from './model-records'
import { outputsOfParts } from './stored-parts'

const file = (text: string) => ({
  name: 'many.jsonl',
  bytes: (async function* () {
    yield Buffer.from(text)
  })(),
})
const line = (id: string, model: string, output = `${model} on ${id}`) =>
  JSON.stringify({ prompt_id: id, prompt: 'p', output, model })
const wanted = (...models: string[]) => models.map((model) => ({ model, name: `called ${model}` }))

describe('several models of one file, read at once', () => {
  const text = [line('1', 'b'), line('1', 'a'), 'broken', line('2', 'b'), line('2', 'c'), line('2', 'b', 'other')].join(
    '\n',
  )

  it('are each what their part of the file is, hash and rejects included', async () => {
    const read = await outputsOfParts(file(text), wanted('b', 'a'))
    for (const [k, model] of ['b', 'a'].entries()) {
      const bytes = partOf(file(text), model)
      expect(read[k]).toEqual(await readModelOutputs({ name: `called ${model}`, bytes }))
    }
    expect(read[0]).toMatchObject({ conflictingIds: ['2'], rejectedCount: 1 })
  })

  it('are read to their end however long the file is', async () => {
    const prompts = Array.from({ length: 4000 }, (_, p) => `${p}`)
    const long = prompts.flatMap((id) => ['a', 'b', 'c'].map((model) => line(id, model, `${model} `.repeat(99))))
    const read = await outputsOfParts(file(long.join('\n')), wanted('c', 'a', 'b'))
    expect(read.map(({ outputs }) => outputs.length)).toEqual([4000, 4000, 4000])
    expect(read[0]?.outputs.every(({ output }) => output.startsWith('c'))).toBe(true)
  })

  it('name the model that the file does not hold', async () => {
    await expect(outputsOfParts(file(text), wanted('b', 'lost'))).rejects.toThrow(
      '“many.jsonl” holds no answers of lost. Choose its models anew.',
    )
  })

  it('end with the reason when one of them or the file cannot be read', async () => {
    const empty = [line('1', 'a'), line('1', 'b', '')].join('\n').replace('"output":""', '"output":7')
    await expect(outputsOfParts(file(empty), wanted('a', 'b'))).rejects.toThrow(/b/)
    const cut = {
      name: 'many.jsonl.gz',
      bytes: (async function* () {
        yield Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])
      })(),
    }
    await expect(outputsOfParts(cut, wanted('a', 'b'))).rejects.toThrow(/damaged or cut gzip/)
  })
})
