import { describe, expect, it } from 'vitest'
import type { LinkedCluster } from './account-clusters'
import { evenness, networkStrength } from './network-strength'

const cluster = (more: Partial<LinkedCluster> = {}): LinkedCluster => ({
  ...{ accounts: [], links: [], byText: false, byFewTexts: false, openly: false },
  ...more,
})
const spreadOut = Array.from({ length: 200 }, (_, i) => Math.round(10 * Math.exp(3 * Math.sin(i * 12.9898))))
const alike = Array.from({ length: 20 }, (_, i) => 40 + (i % 5))
const idle = (count: number) => Array.from({ length: count }, () => 0)

describe('how even the work of a network is', () => {
  it('is whole when its accounts have nearly the same volume, and nothing when they differ as all do', () => {
    expect(evenness(alike, spreadOut)).toBe(1)
    expect(evenness(spreadOut.slice(0, 40), spreadOut)).toBeLessThan(0.3)
  })

  it('does not depend on how much there is', () => {
    expect(
      evenness(
        alike.map((count) => count * 1000),
        spreadOut,
      ),
    ).toBe(1)
  })

  it('is not told of a few accounts, which are even by chance', () => {
    expect(evenness([40, 40, 40], spreadOut)).toBe(0)
  })
})

describe('the strength of a network', () => {
  const facts = { conduct: idle(20), requests: alike, allRequests: spreadOut }

  it('comes from conduct, or from one script and even work, whichever is more', () => {
    const uneven = { ...facts, requests: spreadOut.slice(0, 20) }
    expect(networkStrength(cluster({ byText: true }), facts)).toBe(1)
    expect(networkStrength(cluster(), facts)).toBe(0.5)
    expect(networkStrength(cluster(), { ...uneven, conduct: alike.map(() => 3) })).toBe(1)
    expect(networkStrength(cluster(), { ...uneven, requests: [1, 10, 1000] })).toBe(0)
  })

  it('is less for an organisation that does everything in the open', () => {
    expect(networkStrength(cluster({ byText: true, openly: true }), facts)).toBeCloseTo(0.4)
  })

  it('is less where all that its accounts share is a recipe of two prompts', () => {
    expect(networkStrength(cluster({ byText: true, byFewTexts: true }), facts)).toBeCloseTo(0.5)
  })
})
