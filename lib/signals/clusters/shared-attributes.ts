/** What accounts have in common: every rare attribute with the accounts that share it, the raw material of links. */

import { allOf } from '@/lib/signals/steps/all-of'
import type { Workspace } from '@/lib/signals/workspace'
import { readSentences } from './shared-sentences'
import { findTextNetworks } from './text-networks'

export const attributeKinds = [
  'payment_ref',
  'ip_prefix',
  'client',
  'email_domain',
  'template',
  'text_network',
  'sentence',
  'signup_minute',
] as const

export type AttributeKind = (typeof attributeKinds)[number]

/** Kinds of which the sharing of one value is enough to be listed; those of the text are found together. */
type SingleKind = Exclude<AttributeKind, 'text_network' | 'sentence'>

/** Sentences of a text network that are listed: those of most members. */
const listedSentences = 12

/** `value` is shared by `accounts` (ascending), which are all accounts of the log with it; `weight` is ln(N / df); `few` of a text network. */
export type SharedAttribute = { kind: AttributeKind; value: string; accounts: string[]; weight: number; few?: boolean }

/** An attribute of more accounts than this share of all is too common to link them. */
export const commonShare = 0.01

/** In small logs an attribute of this few accounts is never too common: prompts are chosen, the others also coincide. */
const neverTooCommon: Record<SingleKind, number> = {
  payment_ref: 100,
  ip_prefix: 20,
  client: 20,
  email_domain: 20,
  template: 100,
  signup_minute: 20,
}

/** A template counts for an account that sent it this often. */
const fewestUses = 3

/** Network of an address: /24 of IPv4, /48 of IPv6; empty when it is no address. */
const prefixOf = (ip: string) => `multiIf(
  isIPv4String(${ip}), concat(IPv4NumToString(tupleElement(IPv4CIDRToRange(toIPv4OrDefault(${ip}), 24), 1)), '/24'),
  isIPv6String(${ip}), concat(IPv6NumToString(tupleElement(IPv6CIDRToRange(toIPv6OrDefault(${ip}), 48), 1)), '/48'), '')`

const columnOf: Partial<Record<AttributeKind, string>> = {
  payment_ref: 'payment_ref',
  ip_prefix: 'ip',
  client: 'user_agent',
  email_domain: 'email_domain',
  signup_minute: 'account_created_at',
}

const printedValue: Partial<Record<AttributeKind, string>> = {
  payment_ref: 'toString(raw)',
  ip_prefix: prefixOf('toString(raw)'),
  client: 'toString(raw)',
  email_domain: 'lower(toString(raw))',
  signup_minute: `formatDateTime(raw, '%Y-%m-%dT%H:%iZ', 'UTC')`,
}

/** The kinds that one row carries by itself; templates and sentences are not among them. */
export const rowKinds = attributeKinds.filter((kind) => printedValue[kind] !== undefined)

/** SQL of the value of one kind that a row carries, as a link table prints it; empty for none. */
export const rowValueOf = (kind: AttributeKind): string =>
  `ifNull(${printedValue[kind]?.replaceAll('raw', columnOf[kind] ?? '')}, '')`

export const rowValues = rowKinds.map(rowValueOf)

/** SQL of `account` and `value`, each pair once, over all rows of a source. */
export const pairsOfKind = (kind: AttributeKind, source: string): string =>
  `SELECT account, ifNull(${printedValue[kind]}, '') AS value FROM (
      SELECT DISTINCT account_id AS account, ${columnOf[kind]} AS raw FROM ${source}
      WHERE account_id != '' AND isNotNull(raw))`

/** The shared attributes of all kinds, in the order of kind and value. */
export async function sharedAttributes(workspace: Workspace): Promise<SharedAttribute[]> {
  const single = allOf(singleKinds.map((kind) => sharedOfKind(workspace, kind)))
  const [found, text] = await allOf<SharedAttribute[] | SharedAttribute[][]>([single, beginSharedTexts(workspace)])
  return [...(found ?? []), ...(text ?? [])].flat()
}

const singleKinds = Object.keys(neverTooCommon) as SingleKind[]

/** Begins, unless it has begun, the search for what accounts share of their texts: it needs nothing that a signal finds. */
export function beginSharedTexts(workspace: Workspace): Promise<SharedAttribute[]> {
  workspace.sharedTexts ??= workspace.kept.result('shared-texts', () => sharedTexts(workspace))
  return workspace.sharedTexts
}

/** Each text network, and the sentences that most of its members send. */
async function sharedTexts(workspace: Workspace): Promise<SharedAttribute[]> {
  const { facts, seed } = workspace
  if (facts.filled.prompt === 0) return []
  const weight = ({ length }: string[]) => Math.log(facts.accounts / length)
  const sentences = new Map<string, string[]>()
  const networks = findTextNetworks(await readSentences(workspace), seed).map((network): SharedAttribute => {
    for (const { value, accounts } of network.sentences.slice(0, listedSentences)) sentences.set(value, accounts)
    const value = `${network.sentences.length} sentences, ${network.sentences[0]?.value ?? ''}`
    return {
      ...{ kind: 'text_network', value, accounts: network.accounts, weight: weight(network.accounts) },
      few: network.few,
    }
  })
  const single = [...sentences].map(
    ([value, accounts]): SharedAttribute => ({ kind: 'sentence', value, accounts, weight: weight(accounts) }),
  )
  return [...networks, ...single]
}

async function sharedOfKind(workspace: Workspace, kind: SingleKind): Promise<SharedAttribute[]> {
  const total = workspace.facts.accounts
  const cap = Math.floor(Math.max(commonShare * total, neverTooCommon[kind]))
  const pairs = kind === 'template' ? templatePairs(workspace) : columnPairs(workspace, kind)
  if (!pairs) return []
  // One account above the cap is enough to know that a value is too common: its list grows no further.
  const rows = await workspace.engine.rows<{ value: string; accounts: string[] }>(
    `SELECT value, arraySort(groupUniqArray(${cap + 1})(account)) AS accounts FROM (${pairs}) WHERE value != ''
     GROUP BY value HAVING length(accounts) BETWEEN 2 AND ${cap} ORDER BY value ${workspace.settings}`,
  )
  return rows.map((row) => ({ kind, ...row, weight: Math.log(total / row.accounts.length) }))
}

/** Pairs of account and value of a column of the log. */
function columnPairs({ customers }: Workspace, kind: AttributeKind): string {
  return pairsOfKind(kind, customers)
}

function templatePairs({ templates }: Workspace): string | null {
  if (!templates) return null
  return `SELECT account, concat('template ', lower(hex(template))) AS value FROM ${templates.use} WHERE requests >= ${fewestUses}`
}
