import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startEngine } from '@/lib/platform/engine-process'
import { ingested, recordLine, testLimits } from './ingested'

describe('compressed originals', () => {
  const text = Array.from({ length: 2_000 }, (_, index) =>
    recordLine({ account_id: `a${index % 17}`, input_tokens: index }),
  ).join('\n')
  // Two records, as the zstd program writes them.
  const zstd = Buffer.from(
    'KLUv/QRoJQIA4sMNEZB9UogNon6i/mfcIHY3FhUlYHttCGyX0ZW/nfVaD85c+ZPraa7OMQ/HiEJKQmkot5M9hlO+6wMA4BDQXdyKggKvWJll',
    'base64',
  )

  it('are the same as plain ones', async () => {
    const plain = await ingested(text)
    const gzip = await ingested(Buffer.concat([gzipSync(text.slice(0, 50_000)), gzipSync(text.slice(50_000))]))
    expect(gzip.sha256).toBe(plain.sha256)
    expect((await ingested(Buffer.concat([zstd, zstd]))).stored.map(({ account_id }) => account_id)).toEqual([
      'a',
      'b',
      'a',
      'b',
    ])
  })

  it('are refused when cut off, followed by something else, or broken', async () => {
    const gzip = gzipSync(text)
    const broken = Buffer.from(gzip)
    broken.fill(0, 500, 600)
    for (const bytes of [
      gzip.subarray(0, -20),
      Buffer.concat([gzip, Buffer.from('more')]),
      broken,
      zstd.subarray(0, -12),
    ]) {
      await expect(ingested(bytes)).rejects.toMatchObject({ code: 'unsupported' })
    }
  })

  it('are refused beyond the limits, and nothing stays behind', async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'refused-'))
    const { engine, stop } = await startEngine({ dataDir: mkdtempSync(join(tmpdir(), 'refused-engine-')) })
    onTestFinished(stop)
    const bomb = gzipSync(Buffer.alloc(20_000_000, 0x20))
    const tooMuch = expect.stringContaining('200 times')
    await expect(ingested(bomb, { engine, outDir })).rejects.toMatchObject({
      code: 'too-large',
      publicMessage: tooMuch,
    })
    const limits = { ...testLimits, maxDecompressedBytes: 10_000 }
    await expect(ingested(gzipSync(text), { engine, limits, outDir })).rejects.toMatchObject({ code: 'too-large' })
    await expect(ingested(text, { engine, limits, outDir })).rejects.toMatchObject({ code: 'too-large' })
    expect(readdirSync(outDir)).toEqual([])
    expect(await engine.rows("SELECT name FROM system.tables WHERE name LIKE 'stage_%'")).toEqual([])
  })
})
