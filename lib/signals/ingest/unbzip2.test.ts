import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unbzip2 } from './unbzip2'

async function unpacked(...pieces: Buffer[]): Promise<string> {
  const out: Buffer[] = []
  const stored = async function* () {
    yield* pieces
  }
  for await (const piece of unbzip2(stored())) out.push(piece)
  return Buffer.concat(out).toString()
}

// Three equal records, and nothing at all, as the bzip2 program packs them.
const records = Buffer.from(
  'QlpoOTFBWSZTWTkonF0AAExbgIAQECQ4EAAKrCPWSgAIIABQoAAAyZBH6qp5R6hp6TR5TR+pJVXeW7C6WkKJeIXatloc0RZs0Vhdhllu6JSsq/Jhl1YRHCyiIlwo/i7kinChIHJROLo=',
  'base64',
)
const empty = Buffer.from('QlpoORdyRThQkAAAAAA=', 'base64')
const text = `{"account_id":"a","prompt":"${'x'.repeat(300)}","n":[1,2,3]}\n`.repeat(3)

it('gives back what was packed, in one stream or several', async () => {
  expect(await unpacked(records)).toBe(text)
  expect(await unpacked(empty)).toBe('')
  expect(await unpacked(records, empty, records)).toBe(text + text)
  expect(await unpacked(...[...records].map((byte) => Buffer.from([byte])))).toBe(text)
})

it('throws wherever the stream is cut off', async () => {
  for (let end = 1; end < records.length; end += 1) await expect(unpacked(records.subarray(0, end))).rejects.toThrow()
})

it('never gives out altered bytes as a whole', async () => {
  const change = fc.tuple(fc.nat(records.length - 1), fc.integer({ min: 1, max: 255 }))
  await fc.assert(
    fc.asyncProperty(change, async ([at, by]) => {
      const altered = Buffer.from(records)
      altered[at] = (altered[at] as number) ^ by
      const given = await unpacked(altered).catch(() => text)
      expect(given).toBe(text)
    }),
    { numRuns: 300 },
  )
})
