/** Finds networks of accounts in what they share: communities of the graph of accounts and rare attributes. */

import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { ClusterLink } from '@/lib/signals/log-analysis'
import { corroboratedGroups } from './corroborated-groups'
import type { SharedAttribute } from './shared-attributes'

/**
 * Accounts ascending; links by falling weight. Every link is shared by two accounts of the cluster or more. `byText`: most
 * accounts belong to one text network; `byFewTexts`: to one of few wordings, and fewer than a third share anything else. `openly`: nearly all share one e-mail domain, and one payment or network as well.
 */
export type LinkedCluster = {
  accounts: string[]
  links: ClusterLink[]
  byText: boolean
  byFewTexts: boolean
  openly: boolean
}

const textKinds: ReadonlySet<string> = new Set(['template', 'text_network', 'sentence'])

const [most, nearlyAll] = [2 / 3, 0.8]

/** Fewer accounts are a household, not a network. */
export const fewestLinked = 3

/**
 * Clusters in falling size. Weighted Louvain (Blondel and others 2008) with a seeded order on each connected part of the
 * bipartite graph, so that one part never moves another; communities that share a value covering half of both are one
 * network. A cluster needs two kinds of attribute, each of which links at least a third of it: one kind alone is chance or custom.
 */
export function findClusters(attributes: SharedAttribute[], seed: number): LinkedCluster[] {
  const clusters: LinkedCluster[] = []
  for (const part of connectedParts(attributes)) {
    const sharedWithin = bySharing(part)
    for (const accounts of mergeCovered(communities(part, seed), part)) {
      const within = sharedWithin(accounts)
      for (const group of corroboratedGroups(accounts, within)) {
        const cluster = describe(tiedTwice(group, within), within)
        if (cluster) clusters.push(cluster)
      }
    }
  }
  return clusters.sort(
    (a, b) => b.accounts.length - a.accounts.length || compare(a.accounts[0] ?? '', b.accounts[0] ?? ''),
  )
}

function connectedParts(attributes: SharedAttribute[]): SharedAttribute[][] {
  const parent = new Map<string, string>()
  const find = (account: string): string => {
    let root = account
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root) ?? root
    for (let at = account; at !== root; ) {
      const next = parent.get(at) ?? root
      parent.set(at, root)
      at = next
    }
    return root
  }
  for (const { accounts } of attributes) {
    const root = find(accounts[0] ?? '')
    for (const account of accounts) parent.set(find(account), root)
  }
  const parts = new Map<string, SharedAttribute[]>()
  for (const attribute of attributes) {
    const root = find(attribute.accounts[0] ?? '')
    if (!parts.get(root)?.push(attribute)) parts.set(root, [attribute])
  }
  return [...parts.values()]
}

/** Finds the attributes of a part that two accounts of a group share, in their order. */
function bySharing(part: SharedAttribute[]): (group: string[]) => SharedAttribute[] {
  const heldBy = new Map<string, number[]>()
  part.forEach(({ accounts }, index) => {
    for (const account of accounts) if (!heldBy.get(account)?.push(index)) heldBy.set(account, [index])
  })
  return (group) => {
    const counts = new Map<number, number>()
    for (const account of group)
      for (const index of heldBy.get(account) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1)
    const shared = [...counts].flatMap(([index, count]) => (count >= 2 ? [index] : []))
    return shared.sort((a, b) => a - b).flatMap((index) => part[index] ?? [])
  }
}

function communities(part: SharedAttribute[], seed: number): string[][] {
  const graph = new UndirectedGraph<object, { weight: number }>()
  part.forEach(({ accounts, weight }, index) => {
    graph.addNode(`=${index}`)
    for (const account of accounts) {
      graph.mergeNode(`@${account}`)
      graph.addEdge(`=${index}`, `@${account}`, { weight })
    }
  })
  const generator = xoroshiro128plus(seed)
  const rng = () => (generator.next() >>> 0) / 2 ** 32
  const byCommunity = new Map<number, string[]>()
  for (const [node, community] of Object.entries(louvain(graph, { getEdgeWeight: 'weight', rng }))) {
    if (!node.startsWith('@')) continue
    const account = node.slice(1)
    if (!byCommunity.get(community)?.push(account)) byCommunity.set(community, [account])
  }
  return [...byCommunity.values()]
}

/** Joins communities of which one shared value covers half of each. */
function mergeCovered(groups: string[][], part: SharedAttribute[]): string[][] {
  const groupOf = new Map<string, number>()
  groups.forEach((accounts, index) => {
    for (const account of accounts) groupOf.set(account, index)
  })
  const into = groups.map((_, index) => index)
  const root = (index: number): number => (into[index] === index ? index : root(into[index] ?? index))
  for (const { accounts } of part) {
    const counts = new Map<number, number>()
    for (const account of accounts)
      counts.set(groupOf.get(account) ?? -1, (counts.get(groupOf.get(account) ?? -1) ?? 0) + 1)
    const covered = [...counts].filter(([group, count]) => count >= 2 && 2 * count >= (groups[group]?.length ?? 0))
    for (const [group] of covered) into[root(group)] = root(covered[0]?.[0] ?? group)
  }
  const merged = new Map<number, string[]>()
  groups.forEach((accounts, index) => {
    if (!merged.get(root(index))?.push(...accounts)) merged.set(root(index), [...accounts])
  })
  return [...merged.values()]
}

/** The members that share values of two kinds with others of the group. */
function tiedTwice(group: string[], part: SharedAttribute[]): string[] {
  const inside = new Set(group)
  const kindsOf = new Map<string, Set<string>>(group.map((account) => [account, new Set()]))
  for (const { kind, value, accounts } of part) {
    const sharing = accounts.filter((account) => inside.has(account))
    if (sharing.length < 2) continue
    const evidence = kind === 'template' ? value : kind
    for (const account of sharing) kindsOf.get(account)?.add(evidence)
  }
  return group.filter((account) => (kindsOf.get(account)?.size ?? 0) >= 2)
}

function describe(members: string[], part: SharedAttribute[]): LinkedCluster | null {
  if (members.length < fewestLinked) return null
  members.sort(compare)
  const inside = new Map(members.map((account, place) => [account, place]))
  const linkedByKind = new Map<string, Set<string>>()
  const links: ClusterLink[] = []
  for (const { kind, value, accounts, weight } of part) {
    const sharing = accounts.filter((account) => inside.has(account))
    if (sharing.length < 2) continue
    const places = sharing.flatMap((account) => inside.get(account) ?? []).sort((a, b) => a - b)
    links.push({ attribute: kind, value, accounts: accounts.length, weight, members: places })
    const linked = linkedByKind.get(kind) ?? new Set()
    for (const account of sharing) linked.add(account)
    linkedByKind.set(kind, linked)
  }
  const kinds = [...linkedByKind.values()].filter(({ size }) => 3 * size >= members.length)
  if (kinds.length < 2) return null
  links.sort((a, b) => b.weight - a.weight || compare(a.attribute, b.attribute) || compare(a.value, b.value))
  const covers = (kind: string, share: number) =>
    links.some(
      ({ attribute, members: sharing }) => attribute === kind && (sharing?.length ?? 0) >= share * members.length,
    )
  const openly =
    covers('email_domain', nearlyAll) && ['payment_ref', 'ip_prefix'].some((kind) => covers(kind, nearlyAll))
  const beyondText = [...linkedByKind].flatMap(([kind, linked]) => (textKinds.has(kind) ? [] : [...linked]))
  const few = part.some(
    ({ few, accounts }) => few && accounts.filter((one) => inside.has(one)).length >= most * members.length,
  )
  const byFewTexts = few && 3 * new Set(beyondText).size < members.length
  return { accounts: members, links, byText: covers('text_network', most), byFewTexts, openly }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
