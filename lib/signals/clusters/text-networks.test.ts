import { describe, expect, it } from 'vitest'
import type { RareSentence } from './shared-sentences'
import { findTextNetworks } from './text-networks'

const people = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`).sort()

/** Sent by each account on an occasion of its own, unless it is said on which. */
const sends = (
  value: string,
  accounts: string[],
  occasion = [...value].reduce((n, c) => n * 31 + c.charCodeAt(0), 7),
) => ({ value, accounts, occasions: accounts.map(() => occasion) }) satisfies RareSentence

/** Every account of `groups` sends 40 different sentences; 200 strangers send as many that nobody shares. */
const facts = (rare: RareSentence[], ...groups: string[][]) => ({
  rare,
  scripts: [] as RareSentence[],
  sentencesOf: new Map([...groups.flat(), ...people('stranger-', 200)].map((account) => [account, 40])),
})

describe('a text network', () => {
  it('is what several sentences tie, each of them sent by most members', () => {
    const ring = people('ring-', 8)
    const rare = Array.from({ length: 5 }, (_, i) =>
      sends(
        `s${i}`,
        ring.filter((_, member) => member !== i),
      ),
    )
    const [network, ...others] = findTextNetworks(facts(rare, ring), 1)
    expect(others).toEqual([])
    expect(network?.accounts).toEqual(ring)
    expect(network?.sentences).toHaveLength(5)
  })

  it('is not made by two sentences that many accounts share', () => {
    const users = people('user-', 30)
    expect(findTextNetworks(facts([sends('a', users), sends('b', users)], users), 1)).toEqual([])
  })

  it('is not made by few sentences of accounts that say much else', () => {
    const users = people('user-', 8)
    const rare = ['a', 'b', 'c'].map((value) => sends(value, users))
    const wordy = new Map(users.map((account) => [account, 10_000]))
    expect(findTextNetworks({ rare, scripts: [], sentencesOf: wordy }, 1)).toEqual([])
    expect(findTextNetworks(facts(rare, users), 1)).toHaveLength(1)
  })

  it('is not a chain of neighbours', () => {
    const chain = people('link-', 9)
    const rare = chain
      .slice(1)
      .flatMap((account, at) => ['x', 'y', 'z'].map((name) => sends(`${name}${at}`, [chain[at] ?? '', account])))
    expect(findTextNetworks(facts(rare, chain), 1)).toEqual([])
  })

  it('leaves out who is tied to one member only', () => {
    const ring = people('ring-', 8)
    const guest = ['zz-guest']
    const rare = [
      ...['a', 'b', 'c', 'd'].map((value) => sends(value, ring)),
      ...['e', 'f', 'g'].map((value) => sends(value, ['ring-0', 'zz-guest'])),
    ]
    expect(findTextNetworks(facts(rare, ring, guest), 1).map(({ accounts }) => accounts)).toEqual([ring])
  })

  it('does not depend on the order in which sentences were read', () => {
    const rings = [people('a-', 7), people('b-', 6)]
    const rare = rings.flatMap((ring, at) => [0, 1, 2, 3].map((i) => sends(`s${at}${i}`, ring)))
    const found = (list: RareSentence[]) =>
      findTextNetworks(facts(list, ...rings), 1)
        .map(({ accounts }) => accounts.join())
        .sort()
    expect(found(rare)).toEqual(rings.map((ring) => ring.join()))
    expect(found([...rare].reverse())).toEqual(found(rare))
  })

  it('is not made by sentences that always come in the same requests of an account', () => {
    const users = people('user-', 8)
    const together = ['a', 'b', 'c', 'd'].map((value) => sends(value, users, 1))
    expect(findTextNetworks(facts(together, users), 1)).toEqual([])
  })

  it('is not made by what chance gives accounts that send a great part of all', () => {
    const [users, shared] = [people('user-', 10), Array.from({ length: 60 }, (_, i) => i)]
    const drawn = shared.map((i) =>
      sends(
        `s${i}`,
        users.filter((_, at) => (at * 7 + i * 3) % 10 < 3),
      ),
    )
    const heavy = new Map([
      ...users.map((user) => [user, 30] as const),
      ...people('stranger-', 5).map((one) => [one, 5] as const),
    ])
    expect(findTextNetworks({ rare: drawn, scripts: [], sentencesOf: heavy }, 1)).toEqual([])
  })

  it('is made by two scripts, and takes in who repeats one of them', () => {
    const [ring, late] = [people('ring-', 8), 'zz-late']
    const scripts = [sends('one', ring), sends('two', [...ring, late])]
    const [network, ...others] = findTextNetworks({ ...facts([], ring), scripts }, 1)
    expect(others).toEqual([])
    expect(network?.accounts).toEqual([...ring, late])
    expect(findTextNetworks({ ...facts([], ring), scripts: scripts.slice(0, 1) }, 1)).toEqual([])
  })

  it('does not take in the many who repeat a common script', () => {
    const [ring, crowd] = [people('ring-', 8), people('zz-crowd-', 20)]
    const scripts = [sends('one', ring), sends('two', ring), sends('three', [...ring, ...crowd])]
    expect(findTextNetworks({ ...facts([], ring), scripts }, 1).map(({ accounts }) => accounts)).toEqual([ring])
  })
})
