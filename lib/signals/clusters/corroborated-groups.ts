/** Keeps of a community only what is tied by more than one kind of evidence: a coincidence of one kind links nobody. */

import type { AttributeKind, SharedAttribute } from './shared-attributes'

/** A value held by at least two members and this share of a group belongs to the group. */
const establishedShare = 0.1

/** Accounts of a more common value are not compared pair by pair; the value still counts when a group grows. */
const mostCompared = 100

/** Kinds of which one value ties its accounts without a second. */
const ties: ReadonlySet<AttributeKind> = new Set(['payment_ref', 'text_network'])

type Group = { members: Set<string>; held: Map<number, number> }

/**
 * The groups within `members` whose accounts are tied: two accounts are when they share a payment reference, belong to one text network, or
 * share values of two kinds; a group takes in a further account or group that shares two kinds of its established values. Two templates that
 * half of a group of ten or more uses count as two kinds. Ascending accounts.
 */
export function corroboratedGroups(members: string[], attributes: SharedAttribute[]): string[][] {
  const inside = new Set(members)
  const local = attributes
    .map((attribute) => ({ ...attribute, accounts: attribute.accounts.filter((account) => inside.has(account)) }))
    .filter(({ accounts }) => accounts.length >= 2)
  const groups = tiedGroups(members, local).map((group) => holding(group, local))
  return grow(groups, local).map(({ members }) => [...members].sort())
}

/** Connected groups of directly tied accounts; every other account is a group of its own. */
function tiedGroups(members: string[], attributes: SharedAttribute[]): string[][] {
  const groupOf = new Map(members.map((account) => [account, [account]]))
  const kindOfPair = new Map<string, string>()
  for (const { kind, accounts } of attributes) {
    if (ties.has(kind)) for (const account of accounts) join(groupOf, accounts[0] ?? account, account)
    if (ties.has(kind) || accounts.length > mostCompared) continue
    accounts.forEach((a, index) => {
      for (const b of accounts.slice(index + 1)) {
        const pair = `${a}\n${b}`
        const earlier = kindOfPair.get(pair)
        if (earlier !== undefined && earlier !== kind) join(groupOf, a, b)
        else if (earlier === undefined) kindOfPair.set(pair, kind)
      }
    })
  }
  return [...new Set(groupOf.values())]
}

function join(groupOf: Map<string, string[]>, a: string, b: string): void {
  const into = groupOf.get(a) ?? []
  const from = groupOf.get(b) ?? []
  if (into === from) return
  for (const account of from) {
    into.push(account)
    groupOf.set(account, into)
  }
}

function holding(accounts: string[], attributes: SharedAttribute[]): Group {
  const members = new Set(accounts)
  const held = new Map<number, number>()
  attributes.forEach((attribute, index) => {
    const count = attribute.accounts.filter((account) => members.has(account)).length
    if (count > 0) held.set(index, count)
  })
  return { members, held }
}

/** Largest group first, each takes in what shares two kinds of its established values, until nothing changes. */
function grow(groups: Group[], attributes: SharedAttribute[]): Group[] {
  const left = groups.sort((a, b) => b.members.size - a.members.size)
  const done: Group[] = []
  for (let group = left.shift(); group; group = left.shift()) {
    if (group.members.size < 2) continue
    for (let grew = true; grew; ) {
      grew = false
      for (let index = left.length - 1; index >= 0; index--) {
        const other = left[index]
        if (!other || !alike(group, other, attributes)) continue
        absorb(group, other)
        left.splice(index, 1)
        grew = true
      }
    }
    done.push(group)
  }
  return done
}

function alike(group: Group, other: Group, attributes: SharedAttribute[]): boolean {
  const evidence = new Set<string>()
  for (const [index, count] of other.held) {
    const { kind, value } = attributes[index] ?? { kind: '', value: '' }
    const held = group.held.get(index) ?? 0
    if (!established(group, held) || !established(other, count)) continue
    const common = group.members.size >= 10 && 2 * held >= group.members.size
    evidence.add(kind === 'template' && common ? value : kind)
  }
  return evidence.size >= 2
}

function established({ members }: Group, count: number): boolean {
  return count >= Math.min(2, members.size) && count >= establishedShare * members.size
}

function absorb(group: Group, other: Group): void {
  for (const account of other.members) group.members.add(account)
  for (const [index, count] of other.held) group.held.set(index, (group.held.get(index) ?? 0) + count)
}
