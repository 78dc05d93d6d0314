import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultReadLimits } from './open-bytes'
import { readModelOutputs } from './read-outputs'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = (content: string | Uint8Array, limits = defaultReadLimits, piece = 7) =>
  readModelOutputs({ name: 'm', bytes: inPieces(Buffer.from(content as string), piece) }, limits)

const line = (promptId: string, output: string) =>
  JSON.stringify({ prompt_id: promptId, prompt: 'Q', output, model: 'x' })

describe('a file of model outputs', () => {
  it('is read as JSONL, plain or gzip, with the hash of what is stored', async () => {
    const plain = `${line('a', 'one\ntwo')}\r\n\n${line('b', 'Grüße 😀')}`
    const fromPlain = await read(plain)
    expect(fromPlain.outputs).toEqual([
      { promptId: 'a', prompt: 'Q', output: 'one\ntwo' },
      { promptId: 'b', prompt: 'Q', output: 'Grüße 😀' },
    ])
    expect(fromPlain).toMatchObject({ modelNames: ['x'], rejectedCount: 0 })
    const fromGzip = await read(gzipSync(plain))
    expect(fromGzip.outputs).toEqual(fromPlain.outputs)
    expect(fromGzip.sha256).not.toBe(fromPlain.sha256)
  })

  it('is read as CSV with quotes, line ends in cells, any order of columns and a byte-order mark', async () => {
    const csv = '\ufeffModel,output,prompt_id\r\nx,"He said ""yes"",\r\nthen left",1\r\nx,plain,2\r\n'
    expect((await read(csv)).outputs).toEqual([
      { promptId: '1', prompt: null, output: 'He said "yes",\r\nthen left' },
      { promptId: '2', prompt: null, output: 'plain' },
    ])
  })

  it('counts each bad record with its line and reason, and drops none in silence', async () => {
    const lines = [
      line('a', 'x'),
      '{broken',
      '[1]',
      '{"prompt_id":"b"}',
      '{"output":"x"}',
      '{"prompt_id":"c","output":7}',
    ]
    const { rejected, rejectedCount, outputs } = await read(lines.join('\n'))
    expect(rejected).toEqual([
      { position: 2, reason: 'not a JSON object' },
      { position: 3, reason: 'not a JSON object' },
      { position: 4, reason: 'no output' },
      { position: 5, reason: 'no prompt_id' },
      { position: 6, reason: 'output is not a text' },
    ])
    expect(rejectedCount).toBe(5)
    expect(outputs).toHaveLength(1)
  })

  it('rejects a record that is not UTF-8, one that is too long, and a CSV row of the wrong width', async () => {
    const bad = Buffer.concat([
      Buffer.from(`${line('a', 'x')}\n`),
      Buffer.from([0x7b, 0xff, 0x0a]),
      Buffer.from(line('b', 'y'.repeat(300))),
    ])
    expect((await read(bad, { ...defaultReadLimits, maxRecordBytes: 200 })).rejected).toEqual([
      { position: 2, reason: 'not valid UTF-8' },
      { position: 3, reason: 'longer than a record may be' },
    ])
    expect((await read('prompt_id,output\n1,a\n2\n3,b,c\n4,"d')).rejected.map(({ reason }) => reason)).toEqual([
      '1 columns where the header has 2',
      '3 columns where the header has 2',
      'a quotation mark is not closed',
    ])
  })

  it('counts an exact repeat once and uses neither of two different answers to one prompt', async () => {
    const { outputs, repeatedCount, conflictingIds } = await read(
      [line('a', '1'), line('a', '1'), line('b', '1'), line('b', '2')].join('\n'),
    )
    expect(outputs.map(({ promptId }) => promptId)).toEqual(['a'])
    expect({ repeatedCount, conflictingIds }).toEqual({ repeatedCount: 1, conflictingIds: ['b'] })
  })

  it('may be packed with gzip or zstd', async () => {
    // One record, as the zstd program writes it.
    const zstd = Buffer.from(
      'KLUv/QRY6QEAeyJwcm9tcHRfaWQiOiJhIiwicHJvbXB0IjoiaGkiLCJvdXRwdXQiOiJoZWxsbyIsIm1vZGVsIjoibSJ9CrE5l10=',
      'base64',
    )
    const text = '{"prompt_id":"a","prompt":"hi","output":"hello","model":"m"}\n'
    for (const packed of [gzipSync(text), zstd])
      expect((await read(packed)).outputs.map(({ output }) => output)).toEqual(['hello'])
  })

  it('is refused with a sentence when it is not what it should be', async () => {
    const zstd = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3])
    await expect(read(zstd)).rejects.toThrow('damaged or cut zstd file')
    await expect(read(Buffer.from(`\ufeff${line('a', 'x')}`, 'utf16le'))).rejects.toThrow('UTF-16')
    await expect(read(Buffer.from([1, 0, 2, 3]))).rejects.toThrow('binary or not in UTF-8')
    await expect(read('')).rejects.toThrow('is empty')
    await expect(read('[{"prompt_id":"a"}]')).rejects.toThrow('one JSON list')
    await expect(read('name,answer\n1,2')).rejects.toThrow('neither JSONL nor a CSV')
    await expect(read('{"a":1}')).rejects.toThrow('no usable answer')
  })

  it('is refused when gzip is cut, and when it grows beyond the limits', async () => {
    const whole = gzipSync(Array.from({ length: 200 }, (_, i) => line(`${i}`, `${Math.sin(i)}`)).join('\n'))
    await expect(read(whole.subarray(0, whole.length - 40))).rejects.toThrow('damaged or cut')
    const bomb = gzipSync(Buffer.alloc(4 * 1024 ** 2, '{'))
    await expect(read(bomb, defaultReadLimits, 1000)).rejects.toThrow('more than 200 times')
    await expect(read(whole, { ...defaultReadLimits, maxBytes: 1000 })).rejects.toThrow('holds more than')
  })

  it('may be of any size as long as what is kept of it is not', async () => {
    const limits = { ...defaultReadLimits, maxKeptCharacters: 60 }
    const padded = JSON.stringify({ prompt_id: 'a', output: 'x', logprobs: 'y'.repeat(5000) })
    const file = Array.from({ length: 100 }, () => padded).join('\n')
    expect(await read(file, limits)).toMatchObject({ outputs: [{ promptId: 'a' }], repeatedCount: 99 })
    const many = Array.from({ length: 100 }, (_, i) => line(`${i}`, 'three')).join('\n')
    await expect(read(many, limits)).rejects.toThrow('(10 prompts so far): give fewer prompts')
  })

  it('does not depend on how the bytes arrive, and any text survives both formats', async () => {
    const answers = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 8 })
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(answers, fc.integer({ min: 1, max: 64 }), async (texts, piece) => {
        const jsonl = texts.map((text, i) => line(`${i}`, text)).join('\n')
        const csv = ['prompt_id,prompt,output', ...texts.map((text, i) => `${i},Q,${cell(text)}`)].join('\r\n')
        const expected = texts.map((output, i) => ({ promptId: `${i}`, prompt: 'Q', output }))
        for (const content of [jsonl, csv, gzipSync(jsonl)]) {
          expect((await read(content as string, defaultReadLimits, piece)).outputs).toEqual(expected)
        }
      }),
      { numRuns: 60 },
    )
  })
})
