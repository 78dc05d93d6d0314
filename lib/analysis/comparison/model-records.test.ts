import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { modelsIn, partOf } from './model-records'

const file = (text: string) => ({
  name: 'outputs',
  bytes: (async function* () {
    yield Buffer.from(text)
  })(),
})
const line = (id: string, model?: string) => JSON.stringify({ prompt_id: id, prompt: 'p', output: `o ${id}`, model })

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts).toString()
}

describe('models in one file', () => {
  it('lists each model of a file of several with its records', async () => {
    const text = [line('1', 'b'), line('1', 'a'), line('2', 'b'), 'broken'].join('\n')
    expect(await modelsIn(file(text))).toEqual([
      { model: 'a', records: 1 },
      { model: 'b', records: 2 },
    ])
  })

  it('is one model when the file names one or none', async () => {
    expect(await modelsIn(file([line('1', 'a'), line('2')].join('\n')))).toEqual([{ model: 'a', records: 2 }])
    expect(await modelsIn(file(`${line('1')}\n`))).toEqual([{ model: null, records: 1 }])
  })

  it('is no file of answers when no record can be read', async () => {
    await expect(modelsIn(file('{"trace":"t","input":"i"}\n'))).rejects.toThrow(/no answer that can be read/)
    await expect(modelsIn(file('id,text\n1,a\n'))).rejects.toThrow(/prompt_id, prompt, output and model/)
  })

  it('reads the model column of a CSV, quotes and line ends included', async () => {
    const csv = 'prompt_id,output,model\n1,"two\nlines",a\n2,plain,"b, larger"\n'
    expect((await modelsIn(file(csv))).map(({ model }) => model)).toEqual(['a', 'b, larger'])
    expect(await textOf(partOf(file(csv), 'b, larger'))).toBe('prompt_id,output,model\n2,plain,"b, larger"\n')
  })

  it('gives one model’s part as the stored lines, with what cannot be read', async () => {
    const lines = [line('1', 'b'), line('1', 'a'), 'broken', line('2', 'b')]
    const part = await textOf(partOf(file(lines.join('\n')), 'b'))
    expect(part).toBe(`${lines[0]}\nbroken\n${lines[3]}\n`)
    expect(createHash('sha256').update(part).digest('hex')).toHaveLength(64)
  })
})
