/** What a synthetic log is made of: its options, and how many accounts play which part. */

import type { LogFormat } from './formats/writers'

export interface LogOptions {
  rows: number
  accounts: number
  seed: number
  /** 0 is a careless campaign, 1 one that hides in every attribute. */
  difficulty?: number
  /** Accounts of all campaigns together; 0 gives a log without one. */
  campaign?: number
  /** How many campaigns these accounts are divided into. */
  campaigns?: number
  /** Seed of identifiers alone: another one changes ids and no text, time or attribute. */
  idSeed?: number
  /** First midnight, UTC. */
  start?: string
  days?: number
  format?: LogFormat
}

export type LogPlan = Required<LogOptions>

export type Role = 'ordinary' | InnocentRole | 'campaign'

export type InnocentRole = (typeof innocentRoles)[number]

/** Kinds of customer that resemble one sign of a campaign for an innocent reason. */
export const innocentRoles = [
  'reseller',
  'gateway',
  'evaluation',
  'labeller',
  'university',
  'runner',
  'release',
  'agency',
  'tool',
  'explainer',
  'pipeline',
] as const

/** Share of accounts of each innocent kind; at least one of each. */
const shares: Record<InnocentRole, number> = {
  reseller: 0.0015,
  gateway: 0.008,
  evaluation: 0.004,
  labeller: 0.006,
  university: 0.02,
  runner: 0.01,
  release: 0.006,
  agency: 0.01,
  tool: 0.03,
  explainer: 0.003,
  pipeline: 0.01,
}

/** Of all accounts, so that a campaign that hides perfectly sends about 0.5 % of the rows as its own calls. */
const campaignShare = 0.03

/** Fills in the defaults: 28 days from a Monday, difficulty 0.5, one campaign of 3 % of the accounts. */
export function planOf(options: LogOptions): LogPlan {
  const { rows, accounts } = options
  if (!Number.isInteger(rows) || !Number.isInteger(accounts) || accounts < 20 || rows < accounts * 4) {
    throw new Error('A log needs at least 20 accounts and 4 rows for each of them: raise --rows or lower --accounts.')
  }
  const campaign = options.campaign ?? Math.max(3, Math.round(accounts * campaignShare))
  if (campaign > accounts / 4) throw new Error('At most a quarter of the accounts can be in campaigns.')
  const campaigns = options.campaigns ?? 1
  if (campaigns < 1 || campaigns * 3 > Math.max(3, campaign)) {
    throw new Error('Each campaign needs three accounts: lower --campaigns or raise --campaign.')
  }
  return {
    difficulty: 0.5,
    idSeed: options.seed,
    start: '2026-03-02T00:00:00Z',
    days: 28,
    format: 'canonical',
    ...options,
    campaigns,
    campaign,
  }
}

/** The role of each account by its index. */
export function rolesOf(plan: LogPlan): Role[] {
  const list: Role[] = []
  for (const role of innocentRoles) {
    const count = Math.max(1, Math.round(plan.accounts * shares[role]))
    for (let i = 0; i < count; i++) list.push(role)
  }
  for (let i = 0; i < plan.campaign; i++) list.push('campaign')
  const ordinary = plan.accounts - list.length
  return [...Array.from({ length: ordinary }, (): Role => 'ordinary'), ...list]
}
