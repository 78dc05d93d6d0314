import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isPublicAddress } from './address-rules'
import { type Exchange, keptBody, keptHeaders } from './exchange'
import { plainHost } from './host-of'
import { meaningOf } from './retry-rules'
import { openKey, sealKey } from './sealed-key'

const how = { attempts: 3, baseMs: 100, longestMs: 1000 }
const came = (some: Partial<Exchange>): Exchange => ({
  ...{ at: '2026-01-01T00:00:00.000Z', ms: 0, url: 'https://api.example.test/v1', request: '{}', status: 200 },
  ...{ headers: {}, body: '', encoding: 'utf8', fault: null },
  ...some,
})

describe('addresses', () => {
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '64:ff9b::7f00:1',
      '[::1]',
      'localhost',
    ],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test('a host is read from what a person writes, and nothing wider than one host', () => {
    expect(plainHost(' API.Example.com ')).toBe('api.example.com')
    expect(plainHost('https://api.example.com:8443/v1')).toBe('api.example.com:8443')
    for (const wide of ['*.example.com', 'a b', '', 'ftp://example.com']) expect(plainHost(wide)).toBeNull()
  })
})

describe('what an exchange means', () => {
  test('an answer, another try after the asked-for wait, or an end to it', () => {
    expect(meaningOf(came({}), true, 1, how)).toEqual({ kind: 'answer' })
    const busy = came({ status: 429, headers: { 'retry-after': '0.5' } })
    expect(meaningOf(busy, false, 1, how)).toEqual({ kind: 'again', waitMs: 500 })
    const dated = came({ status: 503, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:01 GMT' } })
    expect(meaningOf(dated, false, 1, { ...how, longestMs: 60_000 })).toEqual({ kind: 'again', waitMs: 1000 })
    expect(meaningOf(came({ status: 500 }), false, 2, how)).toEqual({ kind: 'again', waitMs: 200 })
    expect(meaningOf(came({ status: 500 }), false, 3, how)).toEqual({ kind: 'give-up', why: 'status 500' })
    expect(meaningOf(came({ status: 400 }), false, 1, how)).toEqual({ kind: 'give-up', why: 'status 400' })
  })

  test('no wait is longer than the longest, whatever the endpoint says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String)), fc.integer({ min: 1, max: 2 }), (said, attempt) => {
        const meaning = meaningOf(came({ status: 429, headers: { 'retry-after': said } }), false, attempt, how)
        return meaning.kind === 'again' && meaning.waitMs >= 0 && meaning.waitMs <= how.longestMs
      }),
    )
  })

  test.each([401, 403, 404])('status %i ends all asking', (status) => {
    expect(meaningOf(came({ status }), false, 1, how).kind).toBe('stop')
  })
})

describe('keys', () => {
  beforeAll(() => {
    process.env.TOUCHSTONE_ENDPOINT_SECRET = 'ab'.repeat(32)
  })
  const [one, other] = ['0193a000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-000000000002']

  test('come back whole, never twice as the same bytes, and hold no part of themselves', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (key) => {
        const [sealed, again] = [sealKey(one, key), sealKey(one, key)]
        expect(openKey(one, sealed)).toBe(key)
        expect(Buffer.from(sealed).equals(Buffer.from(again))).toBe(false)
        expect(Buffer.from(sealed).includes(Buffer.from(key))).toBe(false)
      }),
    )
  })

  test('do not open for another endpoint, altered, or under another secret', () => {
    const sealed = sealKey(one, 'a key of some length')
    expect(() => openKey(other, sealed)).toThrow('Ask a lead to give the key again')
    const altered = Uint8Array.from(sealed, (byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte))
    expect(() => openKey(one, altered)).toThrow('does not open')
    process.env.TOUCHSTONE_ENDPOINT_SECRET = 'cd'.repeat(32)
    expect(() => openKey(one, sealed)).toThrow('does not open')
    process.env.TOUCHSTONE_ENDPOINT_SECRET = ''
    expect(() => openKey(one, sealed)).toThrow()
  })
})

test('of headers only the listed ones are kept, and of a body everything but the key', () => {
  const headers = { 'x-request-id': '1', 'set-cookie': ['a=b'], authorization: 'Bearer k', date: 'today' }
  expect(keptHeaders(headers)).toEqual({ date: 'today', 'x-request-id': '1' })
  expect(keptBody(Buffer.from('you sent key-0123456789'), 'key-0123456789').body).toBe('you sent [key removed]')
  expect(keptBody(Buffer.of(0xff, 0xfe, 0x00), 'key').encoding).toBe('base64')
})
