/** Places each account among its peers: a named group, the empirical percentile and a robust z-score, or the reason why not. */

import type { SignalCell } from '@/lib/signals/log-analysis'
import type { Measured } from '@/lib/signals/signal-definition'
import { percentile, type Spread, spread } from './robust-statistics'

/** An account by what it mostly is: the plan, model and month (UTC, `2024-10`) of most of its requests, null when unknown. */
export type AccountProfile = { account: string; plan: string | null; model: string | null; month: string | null }

/** Fewer peers than this say nothing about the ordinary. */
export const fewestPeers = 30

export const peerGroupRule =
  `The narrowest of plan × model × month, plan × model, plan, and all accounts that has at least ${fewestPeers} accounts ` +
  'with a value; plan, model and month are those of most of the account’s requests.'

type Group = { name: string; sorted: Float64Array; spread: Spread }

/** The cells of one signal, by account. `profiles` must hold every measured account. */
export function placeAmongPeers(measured: Measured[], profiles: Map<string, AccountProfile>): Map<string, SignalCell> {
  const valuesByGroup = new Map<string, number[]>()
  for (const { account, value } of measured) {
    if (value === null) continue
    for (const name of groupNames(profiles.get(account))) append(valuesByGroup, name, value)
  }
  const groups = new Map<string, Group>()
  for (const [name, values] of valuesByGroup) {
    const sorted = Float64Array.from(values).sort()
    groups.set(name, { name, sorted, spread: spread(sorted) })
  }
  return new Map(measured.map((one) => [one.account, place(one, profiles.get(one.account), groups)]))
}

function place(one: Measured, profile: AccountProfile | undefined, groups: Map<string, Group>): SignalCell {
  const candidates = groupNames(profile).flatMap((name) => groups.get(name) ?? [])
  const group = candidates.find(({ sorted }) => sorted.length >= fewestPeers) ?? candidates.at(-1)
  const peers = { name: group?.name ?? allAccounts, n: group?.sorted.length ?? 0 }
  const cell: SignalCell = { value: one.value, why: one.why, percentile: null, z: null, peers, measures: one.measures }
  if (one.value === null || !group) return cell
  if (peers.n < fewestPeers)
    return { ...cell, why: `Too few data: ${peers.n} peers, at least ${fewestPeers} are needed.` }
  cell.percentile = percentile(group.sorted, one.value)
  if (group.spread.scale === 0) return { ...cell, why: 'No z-score: every peer has the same value.' }
  cell.z = (one.value - group.spread.centre) / group.spread.scale
  return cell
}

const allAccounts = 'all accounts'

const namesOf = new WeakMap<AccountProfile, string[]>()

/** Narrowest first; unknown parts are left out of the name. */
function groupNames(profile: AccountProfile | undefined): string[] {
  if (!profile) return [allAccounts]
  const known = namesOf.get(profile)
  if (known) return known
  const { plan, model, month } = profile
  const parts = [plan && `plan ${plan}`, model && `model ${model}`, month].filter(Boolean)
  const names = parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join(' · '))
  names.push(allAccounts)
  namesOf.set(profile, names)
  return names
}

function append(groups: Map<string, number[]>, name: string, value: number): void {
  const values = groups.get(name)
  if (values) values.push(value)
  else groups.set(name, [value])
}
