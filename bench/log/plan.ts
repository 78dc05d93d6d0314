/** What a synthetic log is made of: its options, how many accounts play which part, and how well the campaign hides. */

export type LogFormat = 'canonical' | 'litellm' | 'openai'

export interface LogOptions {
  rows: number
  accounts: number
  seed: number
  /** 0 is a careless campaign, 1 one that hides in every attribute. */
  difficulty?: number
  /** Accounts of the campaign; 0 gives a log without one. */
  campaign?: number
  /** Seed of identifiers alone: another one changes ids and no text, time or attribute. */
  idSeed?: number
  /** First midnight, UTC. */
  start?: string
  days?: number
  format?: LogFormat
}

export type LogPlan = Required<LogOptions>

export type Role =
  | 'ordinary'
  | 'reseller'
  | 'evaluation'
  | 'labeller'
  | 'university'
  | 'tool'
  | 'explainer'
  | 'pipeline'
  | 'campaign'

/** Share of accounts per look-alike: accounts that resemble one sign of a campaign for an innocent reason. */
const lookAlikes: readonly (readonly [Role, number])[] = [
  ['reseller', 0.0015],
  ['evaluation', 0.004],
  ['labeller', 0.006],
  ['university', 0.02],
  ['tool', 0.04],
  ['explainer', 0.003],
  ['pipeline', 0.01],
]

/** Fills in the defaults: 28 days from a Monday, difficulty 0.5, 60 campaign accounts or 3 % of a small log. */
export function planOf(options: LogOptions): LogPlan {
  const { rows, accounts } = options
  if (!Number.isInteger(rows) || !Number.isInteger(accounts) || accounts < 20 || rows < accounts * 4) {
    throw new Error('A log needs at least 20 accounts and 4 rows for each of them: raise --rows or lower --accounts.')
  }
  const campaign = options.campaign ?? Math.min(60, Math.max(3, Math.round(accounts * 0.03)))
  if (campaign > accounts / 4) throw new Error('At most a quarter of the accounts can be in the campaign.')
  return {
    difficulty: 0.5,
    idSeed: options.seed,
    start: '2026-03-02T00:00:00Z',
    days: 28,
    format: 'canonical',
    ...options,
    campaign,
  }
}

/** The role of each account by its index. */
export function rolesOf(plan: LogPlan): Role[] {
  const list: Role[] = []
  for (const [role, share] of lookAlikes) {
    const count = Math.max(1, Math.round(plan.accounts * share))
    for (let i = 0; i < count; i++) list.push(role)
  }
  for (let i = 0; i < plan.campaign; i++) list.push('campaign')
  const ordinary = plan.accounts - list.length
  return [...Array.from({ length: ordinary }, (): Role => 'ordinary'), ...list]
}

export interface Disguise {
  /** Rows of one campaign account as a multiple of the mean account. */
  volume: number
  /** Share of those rows that are ordinary customers' traffic. */
  cover: number
  /** Share of harvesting rows worded openly, the rest is reframed. */
  open: number
  /** Share of open calls that carry one of the collector's fixed preambles, as most public collectors do. */
  fixed: number
  /** Share of harvesting rows that start a chain. */
  chained: number
  /** Chance that an account uses the campaign's network, client, e-mail domains, payment groups of three. */
  network: number
  client: number
  domain: number
  payment: number
  creationDays: number
  /** Hours a day in which one account is used; together they cover the clock. */
  window: number
}

/** What the campaign does at a difficulty between 0 and 1. */
export function disguiseOf(difficulty: number): Disguise {
  const between = (easy: number, hard: number) => easy + (hard - easy) * difficulty
  return {
    volume: between(4, 0.6),
    cover: between(0.15, 0.7),
    open: between(0.95, 0.2),
    fixed: between(0.9, 0.1),
    chained: between(0.35, 0.1),
    network: between(0.9, 0.1),
    client: between(0.9, 0.05),
    domain: between(0.9, 0.1),
    payment: between(1, 0.35),
    creationDays: between(4, 150),
    window: between(24, 10),
  }
}
