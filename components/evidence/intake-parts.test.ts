import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainFileName } from '@/lib/evidence/schema'
import { fingerprintOf } from './fingerprint'
import { guessKind } from './guess-kind'
import { rateMeter } from './rate-meter'

const mebibyte = 1024 * 1024

describe('a fingerprint', () => {
  test('is SHA-256 over size, first and last MiB', async () => {
    const bytes = new Uint8Array(3 * mebibyte).map((_, n) => n * 31)
    const size = Buffer.alloc(8)
    size.writeBigUInt64BE(BigInt(bytes.length))
    const expected = createHash('sha256')
      .update(size)
      .update(bytes.subarray(0, mebibyte))
      .update(bytes.subarray(-mebibyte))
    expect(await fingerprintOf(new Blob([bytes]))).toBe(expected.digest('hex'))
  })

  test('differs when the size, the start or the end does', async () => {
    const blobs = ['ab', 'abb', 'bb', 'aa', ''].map((text) => new Blob([text]))
    expect(new Set(await Promise.all(blobs.map(fingerprintOf))).size).toBe(blobs.length)
  })
})

test('any name becomes one that is not empty, leads nowhere and deceives nobody', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = plainFileName(given)
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u)
      expect(['', '.', '..']).not.toContain(name)
      expect([...name].length).toBeLessThanOrEqual(200)
      expect(plainFileName(name)).toBe(name)
    }),
  )
  expect(plainFileName(`${'x'.repeat(300)}.jsonl.gz`)).toMatch(/^x+\.jsonl\.gz$/)
})

test('a kind is guessed from the name', async () => {
  const names = ['october.jsonl', 'usage.csv.gz', 'model-outputs.jsonl', 'alpaca_eval.json', 'letter.pdf']
  const kinds = await Promise.all(names.map((name) => guessKind(new File(['{}'], name))))
  expect(kinds).toEqual(['USAGE_LOG', 'USAGE_LOG', 'MODEL_OUTPUTS', 'MODEL_OUTPUTS', 'DOCUMENT'])
})

test('answers to prompts are known by their first line, also packed', async () => {
  const lines = '{"prompt_id":"1","prompt":"Why?","output":"Because.","model":"m"}\n'.repeat(9_000)
  for (const [name, bytes] of [
    ['llama-7b.jsonl', lines],
    ['llama-7b.jsonl.gz', gzipSync(lines)],
    ['llama-7b.csv', 'prompt_id,prompt,output\n1,a,b\n'],
  ] as const)
    expect(await guessKind(new File([bytes], name))).toBe('MODEL_OUTPUTS')
  expect(await guessKind(new File([new Uint8Array([0x1f, 0x8b, 1, 2])], 'broken.jsonl.gz'))).toBe('USAGE_LOG')
})

test('a log is known by its fields, whatever it is called and whatever else it names', async () => {
  for (const [name, record] of [
    ['batch_output.jsonl', { id: 'b', response: { status_code: 200 } }],
    ['observations.jsonl', { prompt_id: 'p', output: 'o', usage: {} }],
    ['eval.json', { input_tokens: 3 }],
  ] as const)
    expect(await guessKind(new File([JSON.stringify(record)], name))).toBe('USAGE_LOG')
  const speaks = JSON.stringify({ prompt_id: '1', output: 'Send {"usage": 1} and "response": 2.' })
  expect(await guessKind(new File([speaks], 'a.jsonl'))).toBe('MODEL_OUTPUTS')
})

test('a rate settles on what is really sent, and a pause does not spoil it', () => {
  let at = 0
  const meter = rateMeter(() => at)
  expect(meter(0)).toBeNull()
  for (let second = 1; second <= 30; second++) {
    at = second * 1000
    meter(second * 5_000_000)
  }
  at += 600_000
  meter(150_000_000)
  at += 1000
  expect(meter(155_000_000)).toBeCloseTo(5_000_000, -4)
})
