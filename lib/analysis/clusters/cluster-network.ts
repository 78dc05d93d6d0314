/** A cluster as a picture can hold it: its accounts, the values that tie them most, and who carries which. Pure. */

import { layOutNetwork, type NetworkLayout } from '@/lib/charts/network-layout'
import type { AccountCluster, ClusterLink } from '@/lib/signals/log-analysis'
import { attributeName } from './cluster-words'

/** An account, or of a large cluster the accounts that share exactly the same values. */
export type NetworkNode = { label: string; accounts: string[]; count: number; isSubjects: boolean }

export type NetworkValue = Omit<ClusterLink, 'members'> & { kind: string; shared: number }

export type ClusterNetwork = {
  nodes: NetworkNode[]
  /** Values that are drawn, those that tie most first. */
  values: NetworkValue[]
  /** A place among `nodes` and one among `values`. */
  ties: [number, number][]
  /** Values that nearly all accounts carry: their lines would hide all others, so they are named and not drawn. */
  common: NetworkValue[]
  layout: NetworkLayout
  /** Values of the link table that are not drawn, and groups of accounts that are not. */
  furtherValues: number
  furtherNodes: number
  isGrouped: boolean
}

/** More accounts than this are drawn as groups that share the same values. */
export const mostNodes = 1000
const mostValues = 60
const mostGroups = 200
/** Accounts of a group that are named. */
const namedInGroup = 100

/**
 * The network of a cluster, laid out; null for a result of before its links said who shares them. Values are drawn by
 * weight × members; an account that none of them ties stands alone.
 */
export function clusterNetwork(cluster: AccountCluster, subjects: ReadonlySet<string>): ClusterNetwork | null {
  const carried = cluster.links.filter(({ members }) => members !== undefined)
  if (carried.length === 0) return null
  const tying = ({ weight, members = [] }: ClusterLink) => weight * members.length
  const common = commonOf(carried, cluster.accounts.length)
  const drawn = carried
    .filter((link) => !common.includes(link))
    .sort((a, b) => tying(b) - tying(a))
    .slice(0, mostValues)
  const isGrouped = cluster.accounts.length > mostNodes
  const held = valuesOfEach(cluster.accounts.length, drawn)
  const groups = isGrouped ? grouped(held) : held.map((values, at) => ({ values, of: [at] }))
  const shown = groups.slice(0, isGrouped ? mostGroups : mostNodes)
  const ties = shown.flatMap(({ values }, node) => values.map((value): [number, number] => [node, value]))
  return {
    nodes: shown.map(({ of }) => nodeOf(of, cluster.accounts, subjects)),
    values: drawn.map(named),
    common: common.map(named),
    ties,
    layout: remembered(cluster.id, { leaves: shown.length, hubs: drawn.length, ties }),
    furtherValues: cluster.links.length - drawn.length - common.length,
    furtherNodes: groups.length - shown.length,
    isGrouped,
  }
}

function named({ members = [], ...link }: ClusterLink): NetworkValue {
  return { ...link, kind: attributeName(link.attribute), shared: members.length }
}

/** What three fifths of the accounts or more carry, as long as the rest still ties half of them. */
function commonOf(links: ClusterLink[], accounts: number): ClusterLink[] {
  const isCommon = ({ members = [] }: ClusterLink) => 5 * members.length >= 3 * accounts
  const tied = new Set(links.filter((link) => !isCommon(link)).flatMap(({ members = [] }) => members))
  return 2 * tied.size >= accounts ? links.filter(isCommon) : []
}

function valuesOfEach(accounts: number, links: ClusterLink[]): number[][] {
  const held = Array.from({ length: accounts }, (): number[] => [])
  for (const [value, { members = [] }] of links.entries()) for (const member of members) held[member]?.push(value)
  return held
}

type Group = { values: number[]; of: number[] }

/** Accounts with the same values together, the largest group first. */
function grouped(held: number[][]): Group[] {
  const groups = new Map<string, Group>()
  for (const [account, values] of held.entries()) {
    const key = values.join(' ')
    const group = groups.get(key)
    if (group) group.of.push(account)
    else groups.set(key, { values, of: [account] })
  }
  return [...groups.values()].sort((a, b) => b.of.length - a.of.length)
}

function nodeOf(of: number[], accounts: string[], subjects: ReadonlySet<string>): NetworkNode {
  const names = of.flatMap((place) => accounts[place] ?? [])
  const isSubjects = names.some((name) => subjects.has(name))
  const label = names.length === 1 ? (names[0] ?? '') : `${names.length} accounts alike`
  return { label, accounts: names.slice(0, namedInGroup), count: names.length, isSubjects }
}

/** Layouts cost a second at most and never change under their cluster's name, which is a hash of its members. */
const layouts = new Map<string, NetworkLayout>()
const kept = 30

function remembered(id: string, shape: Parameters<typeof layOutNetwork>[0]): NetworkLayout {
  const key = `${id} ${shape.leaves} ${shape.hubs} ${shape.ties}`
  const layout = layouts.get(key) ?? layOutNetwork(shape)
  layouts.delete(key)
  layouts.set(key, layout)
  for (const oldest of layouts.keys()) if (layouts.size > kept) layouts.delete(oldest)
  return layout
}
