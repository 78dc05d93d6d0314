/** Finds accounts that send each other's rare sentences: groups in which most pairs share several that are independent of one another. */

import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RareSentence, SentenceFacts } from './shared-sentences'

/** Accounts ascending, and the sentences that two of them or more send, those of most members first. */
export type TextNetwork = { accounts: string[]; sentences: RareSentence[] }

/** Two accounts are tied by this many sentences, when they are this share of what the wordier of both sends. */
const tyingSentences = 3
const tyingShare = 0.02

/** A member is tied to this share of the others. */
const tiedShare = 0.4
const fewestMembers = 5

/** Pairs of accounts that are looked at, rarest sentences first: a bound on time, not on what ordinary logs hold. */
const mostPairs = 30_000_000

/** Ties that are kept, strongest first: where strangers share this much, the weaker ones say nothing. */
const mostTies = 300_000

/** Accounts by index into `names`; `share` of what the wordier of both sends. */
type Tie = { a: number; b: number; sentences: number; share: number }
type Ties = { names: string[]; pairs: Tie[] }
type Neighbours = Map<number, Set<number>>

/**
 * Communities (weighted Louvain, seeded) of the graph of tied accounts, each reduced to the members that are tied to 40 % of
 * the others and widened by whoever is; five accounts or more. Sentences of one text count once, so that a public prompt of
 * many sentences ties nobody.
 */
export function findTextNetworks({ rare, sentencesOf }: SentenceFacts, seed: number): TextNetwork[] {
  const { names, pairs } = tiedPairs(rare, sentencesOf)
  const neighbours: Neighbours = new Map()
  for (const { a, b } of pairs) {
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a))
  }
  const cores = communities(pairs, seed).map((members) => tightly(members, neighbours))
  const taken = new Set<number>()
  const networks: TextNetwork[] = []
  for (const core of cores.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))) {
    const free = core.filter((member) => !taken.has(member))
    if (free.length < fewestMembers) continue
    const members = widened(free, neighbours, taken)
    for (const member of members) taken.add(member)
    networks.push(withSentences(members.map((member) => names[member] ?? '').sort(), rare))
  }
  return networks
}

function communities(pairs: Ties['pairs'], seed: number): number[][] {
  if (pairs.length === 0) return []
  const graph = new UndirectedGraph<object, { weight: number }>()
  for (const { a, b, sentences } of pairs) {
    graph.mergeNode(a)
    graph.mergeNode(b)
    graph.addEdge(a, b, { weight: sentences })
  }
  const generator = xoroshiro128plus(seed)
  const rng = () => (generator.next() >>> 0) / 2 ** 32
  const found = new Map<number, number[]>()
  for (const [node, community] of Object.entries(louvain(graph, { getEdgeWeight: 'weight', rng }))) {
    if (!found.get(community)?.push(Number(node))) found.set(community, [Number(node)])
  }
  return [...found.values()]
}

/** Leaves out, one by one, the member with the fewest ties until all have enough. Ascending. */
function tightly(members: number[], neighbours: Neighbours): number[] {
  const left = new Set(members.sort((a, b) => a - b))
  const degree = new Map(members.map((member) => [member, ties(member, left, neighbours)]))
  for (;;) {
    let loosest: number | undefined
    for (const member of left) {
      if (loosest === undefined || (degree.get(member) ?? 0) < (degree.get(loosest) ?? 0)) loosest = member
    }
    if (loosest === undefined || (degree.get(loosest) ?? 0) >= tiedShare * (left.size - 1)) return [...left]
    left.delete(loosest)
    for (const other of neighbours.get(loosest) ?? [])
      if (left.has(other)) degree.set(other, (degree.get(other) ?? 1) - 1)
  }
}

/** The members and everybody free who is tied to enough of them. */
function widened(members: number[], neighbours: Neighbours, taken: ReadonlySet<number>): number[] {
  const inside = new Set(members)
  const met = new Set(members.flatMap((member) => [...(neighbours.get(member) ?? [])]))
  const joining = [...met].filter(
    (other) => !inside.has(other) && !taken.has(other) && ties(other, inside, neighbours) >= tiedShare * inside.size,
  )
  return [...members, ...joining]
}

function ties(member: number, left: Set<number>, neighbours: Neighbours): number {
  let count = 0
  for (const other of neighbours.get(member) ?? []) if (left.has(other)) count++
  return count
}

function withSentences(accounts: string[], rare: RareSentence[]): TextNetwork {
  const inside = new Set(accounts)
  const counted = rare
    .map((sentence) => ({ sentence, members: sentence.accounts.filter((account) => inside.has(account)).length }))
    .filter(({ members }) => members >= 2)
  counted.sort((a, b) => b.members - a.members || (a.sentence.value < b.sentence.value ? -1 : 1))
  return { accounts, sentences: counted.map(({ sentence }) => sentence) }
}

function tiedPairs(rare: RareSentence[], sentencesOf: Map<string, number>): Ties {
  const byRarity = [...rare].sort((a, b) => a.accounts.length - b.accounts.length || (a.value < b.value ? -1 : 1))
  const names = [...new Set(rare.flatMap(({ accounts }) => accounts))].sort()
  const indexOf = new Map(names.map((name, index) => [name, index]))
  const sizes = names.map((name) => sentencesOf.get(name) ?? 0)
  const lists: Uint32Array[] = []
  const listsOf = names.map((): number[] => [])
  let looked = 0
  for (const { accounts } of byRarity) {
    looked += accounts.length ** 2
    if (looked > mostPairs) break
    for (const account of accounts) listsOf[indexOf.get(account) ?? 0]?.push(lists.length)
    lists.push(Uint32Array.from(accounts, (account) => indexOf.get(account) ?? 0))
  }
  const pairs: Ties['pairs'] = []
  const counts = new Uint32Array(names.length)
  listsOf.forEach((own, a) => {
    const met: number[] = []
    for (const at of own)
      for (const b of lists[at] ?? []) {
        if (b <= a) continue
        if (counts[b] === 0) met.push(b)
        counts[b] = (counts[b] ?? 0) + 1
      }
    for (const b of met) {
      const sentences = counts[b] ?? 0
      const share = sentences / Math.max(1, sizes[a] ?? 0, sizes[b] ?? 0)
      if (sentences >= tyingSentences && share >= tyingShare) pairs.push({ a, b, sentences, share })
      counts[b] = 0
    }
  })
  return { names, pairs: strongest(pairs) }
}

/** In the order in which they came, unless there are too many. */
function strongest(pairs: Tie[]): Tie[] {
  if (pairs.length <= mostTies) return pairs
  return pairs.sort((x, y) => y.share - x.share || x.a - y.a || x.b - y.b).slice(0, mostTies)
}
