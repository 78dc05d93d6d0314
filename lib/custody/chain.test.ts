import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from './canonical'
import { genesisHash, type Header, hashHeader, hashPayload } from './chain'
import { toHex } from './hex'

const first: Header = {
  seq: 1n,
  at: new Date('2026-09-01T10:00:00.123Z'),
  actorId: null,
  type: 'case.filed',
  caseId: null,
  payloadHash: new Uint8Array(32).fill(1),
  prevHash: genesisHash,
}

describe('the chain', () => {
  it('can be recomputed by an outsider from the written format alone', () => {
    const text = `{"actor":null,"at":"2026-09-01T10:00:00.123Z","case":null,"payload":"${'01'.repeat(32)}","prev":"${'00'.repeat(32)}","seq":"1","type":"case.filed"}`
    expect(toHex(hashHeader(first))).toBe(createHash('sha256').update(text).digest('hex'))
  })

  it('gives another hash when any part of the header differs', () => {
    const others: Header[] = [
      { ...first, seq: 2n },
      { ...first, at: new Date('2026-09-01T10:00:00.124Z') },
      { ...first, actorId: 'a' },
      { ...first, type: 'case.closed' },
      { ...first, caseId: 'c' },
      { ...first, payloadHash: new Uint8Array(32) },
      { ...first, prevHash: new Uint8Array(32).fill(9) },
    ]
    const hashes = new Set([first, ...others].map((header) => toHex(hashHeader(header))))
    expect(hashes.size).toBe(others.length + 1)
  })

  it('does not reveal a payload to somebody who guesses it without the salt', () => {
    expect(toHex(hashPayload(new Uint8Array([1]), 'yes'))).not.toBe(toHex(hashPayload(new Uint8Array([2]), 'yes')))
  })

  it('writes equal values as equal text, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalText(reversed)).toBe(canonicalText(value))
      }),
    )
  })

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalText({ size: Number.NaN })).toThrow()
    expect(() => canonicalText(undefined)).toThrow()
  })
})
