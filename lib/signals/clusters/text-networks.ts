/** Finds accounts that send each other's rare sentences: groups in which most pairs share several that are independent of one another. */

import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RareSentence, SentenceFacts } from './shared-sentences'
import { type Ties, tiedPairs } from './tied-pairs'

/**
 * Accounts ascending, and the wordings that two of them or more send and hardly others, those of most members first. `few`: most of its pairs share
 * two scripts and no more, as the users of a public recipe of two steps do.
 */
export type TextNetwork = { accounts: string[]; sentences: RareSentence[]; few: boolean }

/** A member is tied to this share of the others. */
const tiedShare = 0.4
const fewestMembers = 5

/** Pairs that share fewer wordings share little. */
const manyWordings = 3

/** A script is a network's own when this share of its members repeats it. */
const ownShare = 0.2

type Neighbours = Map<number, Set<number>>

/**
 * Communities (weighted Louvain, seeded) of the graph of tied accounts, each reduced to the members that are tied to 40 % of
 * the others and widened by whoever is; five accounts or more. Sentences of one text count once, so that a public prompt of
 * many sentences ties nobody.
 */
export function findTextNetworks(facts: SentenceFacts, seed: number): TextNetwork[] {
  const { names, pairs } = tiedPairs(facts)
  const numberOf = new Map(names.map((name, number) => [name, number]))
  const wordings = [...facts.scripts, ...facts.rare]
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
    const tied = widened(free, neighbours, taken)
    const others = [...taken].map((member) => names[member] ?? '')
    const members = joinedByScript(new Set(tied.map((member) => names[member] ?? '')), facts.scripts, new Set(others))
    for (const member of members) taken.add(numberOf.get(member) ?? -1)
    const within = pairs.filter(({ a, b }) => members.has(names[a] ?? '') && members.has(names[b] ?? ''))
    const few = 2 * within.filter(({ weight }) => weight < manyWordings).length > within.length
    networks.push({ ...withSentences([...members].sort(), wordings), few })
  }
  return networks
}

function communities(pairs: Ties['pairs'], seed: number): number[][] {
  if (pairs.length === 0) return []
  const graph = new UndirectedGraph<object, { weight: number }>()
  for (const { a, b, weight } of pairs) {
    graph.mergeNode(a)
    graph.mergeNode(b)
    graph.addEdge(a, b, { weight })
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

/**
 * The members and everybody free who repeats one of their own scripts: one that a fifth of them repeats, and of which they are
 * half of those who do. Again with those who joined, until nobody does. Nobody joins a network whose members have no two such
 * scripts apart from each other: what ties it is something else.
 */
function joinedByScript(members: Set<string>, scripts: RareSentence[], taken: ReadonlySet<string>): Set<string> {
  const joined = new Set(members)
  if (!isScripted(members, scripts)) return joined
  for (let before = 0; before < joined.size; ) {
    before = joined.size
    for (const { accounts } of scripts) {
      const inside = accounts.filter((account) => joined.has(account)).length
      if (inside < Math.max(fewestMembers, ownShare * before) || 2 * inside < accounts.length) continue
      for (const account of accounts) if (!taken.has(account)) joined.add(account)
    }
  }
  return joined
}

/** Whether half of the members repeat two scripts, or more, that come apart and that others of them repeat. */
function isScripted(members: ReadonlySet<string>, scripts: RareSentence[]): boolean {
  const occasionsOf = new Map<string, Set<number>>()
  for (const { accounts, occasions } of scripts) {
    const inside = accounts.flatMap((account, at) => (members.has(account) ? [at] : []))
    if (inside.length < fewestMembers) continue
    for (const at of inside) {
      const account = accounts[at] ?? ''
      occasionsOf.set(account, (occasionsOf.get(account) ?? new Set()).add(occasions[at] ?? 0))
    }
  }
  const scripted = [...occasionsOf.values()].filter(({ size }) => size >= 2).length
  return 2 * scripted >= members.size
}

function ties(member: number, left: Set<number>, neighbours: Neighbours): number {
  let count = 0
  for (const other of neighbours.get(member) ?? []) if (left.has(other)) count++
  return count
}

function withSentences(accounts: string[], rare: RareSentence[]): Omit<TextNetwork, 'few'> {
  const inside = new Set(accounts)
  const counted = rare
    .map((sentence) => ({ sentence, members: sentence.accounts.filter((account) => inside.has(account)).length }))
    .filter(({ sentence, members }) => members >= 2 && 2 * members >= sentence.accounts.length)
  counted.sort((a, b) => b.members - a.members || (a.sentence.value < b.sentence.value ? -1 : 1))
  return { accounts, sentences: counted.map(({ sentence }) => sentence) }
}
