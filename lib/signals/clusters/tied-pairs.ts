/** Pairs of accounts that share more of their wording than chance gives two accounts that write as much as they do. */

import { poissonTail } from '@/lib/signals/statistics/proportions'
import type { RareSentence, SentenceFacts } from './shared-sentences'

/** Two accounts are tied by this many sentences, or by this many scripts. */
const tyingSentences = 3
const tyingScripts = 2

/** Sentences tie when they are this share of what the wordier of both sends. */
const tyingShare = 0.02

/** Shared sentences tie when chance would tie an account to anybody with this probability at most. */
const byChance = 0.01

/** Pairs of accounts that are looked at, rarest wordings first: a bound on time, not on what ordinary logs hold. */
const mostPairs = 30_000_000

/** Ties that are kept, strongest first: where strangers share this much, the weaker ones say nothing. */
const mostTies = 300_000

/** Accounts by index into `names`; `weight` counts the wordings that tie; `share` is of what the wordier of both sends. */
export type Tie = { a: number; b: number; weight: number; share: number }
export type Ties = { names: string[]; pairs: Tie[] }

/** Wordings of one sort, rarest first, by number; `groups` says which of them come together in an account, by the place of its name. */
type Wordings = { lists: Uint32Array[]; groups: Uint32Array[]; of: number[][] }

/**
 * The tied pairs, `a` before `b`. Chance: were each shared sentence dealt out anew to as many accounts as send it now, by how many
 * sentences an account sends at all, two accounts with `m` and `n` of the `t` that all send would share m · n · Σ d² ÷ t² of
 * them, d being the accounts of a sentence (the configuration model, as in the modularity of Newman and Girvan 2004). The sum
 * is over what the two do not share: a network must not explain itself. What they do share must be unlikely for a Poisson count with that mean, in as many comparisons as an account has.
 */
export function tiedPairs({ rare, scripts, sentencesOf }: SentenceFacts): Ties {
  const names = [...new Set([...scripts, ...rare].flatMap(({ accounts }) => accounts))].sort()
  const indexOf = new Map(names.map((name, index) => [name, index]))
  const [sentences, scripted] = [inLists(rare, indexOf), inLists(scripts, indexOf)]
  const sizes = names.map((name) => sentencesOf.get(name) ?? 0)
  const all = [...sentencesOf.values()].reduce((sum, size) => sum + size, 0)
  const squares = squaresOf(
    sentences.lists.map((_, at) => at),
    sentences,
  )
  const unlikely = byChance / Math.max(1, sentencesOf.size)
  const pairs: Tie[] = []
  for (let a = 0; a < names.length; a++) {
    const [said, repeated] = [sharedWith(a, sentences), sharedWith(a, scripted)]
    for (const b of new Set([...said.keys(), ...repeated.keys()])) {
      const common = said.get(b) ?? []
      const shared = independent(common, a, b, sentences)
      const share = shared / Math.max(1, sizes[a] ?? 0, sizes[b] ?? 0)
      const expected = ((squares - squaresOf(common, sentences)) * (sizes[a] ?? 0) * (sizes[b] ?? 0)) / all ** 2
      const bySentences = shared >= tyingSentences && share >= tyingShare && poissonTail(shared, expected) <= unlikely
      const scripts = independent(repeated.get(b) ?? [], a, b, scripted)
      if (!bySentences && scripts < tyingScripts) continue
      pairs.push({ a, b, weight: (bySentences ? shared : 0) + (scripts < tyingScripts ? 0 : scripts), share })
    }
  }
  return { names, pairs: strongest(pairs) }
}

/** Σ d² over the wordings `of`, d being the accounts of one. */
function squaresOf(of: number[], { lists }: Wordings): number {
  return of.reduce((sum, at) => sum + (lists[at]?.length ?? 0) ** 2, 0)
}

/** The wordings that each later account shares with `a`. */
function sharedWith(a: number, { lists, of }: Wordings): Map<number, number[]> {
  const met = new Map<number, number[]>()
  for (const at of of[a] ?? []) for (const b of lists[at] ?? []) if (b > a && !met.get(b)?.push(at)) met.set(b, [at])
  return met
}

/** How many of the wordings `shared` come apart from each other in both accounts. */
function independent(shared: number[], a: number, b: number, { lists, groups }: Wordings): number {
  if (shared.length < 2) return shared.length
  const apart = (account: number) => new Set(shared.map((at) => groups[at]?.[lists[at]?.indexOf(account) ?? -1])).size
  return Math.min(apart(a), apart(b))
}

/** The wordings, rarest first, as far as the bound on pairs lets. */
function inLists(wordings: RareSentence[], indexOf: Map<string, number>): Wordings {
  const byRarity = [...wordings].sort((x, y) => x.accounts.length - y.accounts.length || (x.value < y.value ? -1 : 1))
  const found: Wordings = { lists: [], groups: [], of: Array.from(indexOf, () => []) }
  let looked = 0
  for (const { accounts, occasions } of byRarity) {
    looked += accounts.length ** 2
    if (looked > mostPairs) break
    for (const account of accounts) found.of[indexOf.get(account) ?? 0]?.push(found.lists.length)
    found.lists.push(Uint32Array.from(accounts, (account) => indexOf.get(account) ?? 0))
    found.groups.push(Uint32Array.from(occasions))
  }
  return found
}

/** In the order in which they came, unless there are too many. */
function strongest(pairs: Tie[]): Tie[] {
  if (pairs.length <= mostTies) return pairs
  return pairs.sort((x, y) => y.weight - x.weight || y.share - x.share || x.a - y.a || x.b - y.b).slice(0, mostTies)
}
