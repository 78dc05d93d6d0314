/** Who is in the log: accounts with plans, payments, networks and applications, each by the role that it plays. */

import type { Language } from '../grammar'
import { Random, weighted } from '../random'
import { type Account, day, type ServicePlan } from './account'
import { type Application, makeApplication } from './applications'
import { joinCampaigns } from './campaign-accounts'
import type { KindName } from './kinds'
import { addressIn, drawClient, drawCountry } from './networks'
import { type LogPlan, type Role, rolesOf } from './plan'

const kindsOfRole: Partial<Record<Role, readonly KindName[]>> = {
  evaluation: ['evaluation'],
  labeller: ['labels'],
  university: ['study', 'chat'],
  tool: ['tool', 'code'],
  explainer: ['explain', 'extract'],
  pipeline: ['pipeline', 'chat'],
  runner: ['suite'],
  release: ['evaluation', 'chat'],
}
const weightOfRole: Partial<Record<Role, readonly [number, number]>> = {
  reseller: [25, 0.3],
  evaluation: [6, 0.5],
  labeller: [10, 0.6],
  explainer: [5, 0.4],
  pipeline: [3, 0.6],
  gateway: [2, 1],
  runner: [4, 0.7],
  release: [6, 0.4],
  agency: [4, 0.8],
}
const planWeight: Record<ServicePlan, number> = { free: 0.35, developer: 1, team: 2.5, enterprise: 6 }
const freeMail = ['post.example', 'inbox.example', 'freemail.example', 'letters.example']

/** The accounts of a log in the order of their index; the same plan gives the same accounts. */
export function populate(plan: LogPlan, language: Language): Account[] {
  const start = Date.parse(plan.start)
  const accounts: Account[] = []
  for (const [index, role] of rolesOf(plan).entries()) {
    const random = new Random(plan.seed, 'account', index)
    const ids = new Random(plan.idSeed, 'id', index)
    const account = makeAccount({ plan, language, role, index, random, ids, start })
    const colleague = accounts[index - 1]
    if (role === 'ordinary' && colleague?.role === 'ordinary' && random.chance(0.18))
      joinOrganisation(account, colleague, random)
    accounts.push(account)
  }
  shareNetworks(accounts, plan, start)
  joinCampaigns(accounts, plan, start)
  return accounts
}

interface Making {
  plan: LogPlan
  language: Language
  role: Role
  index: number
  random: Random
  ids: Random
  start: number
}

function makeAccount({ plan, language, role, index, random, ids, start }: Making): Account {
  const level = planOfRole(role, random)
  const createdAt = random.chance(0.1) ? start + random.unit() * (plan.days - 2) * day : start - random.wait(200) * day
  const from = Math.max(start, createdAt)
  const end = start + plan.days * day
  const text = new Random(plan.seed, 'text', index)
  const subnet = plan.accounts + random.below(Math.max(64, plan.accounts))
  return {
    index,
    role,
    campaign: null,
    id: `acc_${ids.token(9)}`,
    orgId: random.chance(0.4) ? `org_${ids.token(6)}` : null,
    keys: Array.from({ length: random.between(1, level === 'free' ? 1 : 3) }, () => `key_${ids.token(7)}`),
    users: Array.from(
      { length: role === 'reseller' ? 300 : random.chance(0.3) ? random.between(2, 40) : 0 },
      () => `u${ids.token(5)}`,
    ),
    addresses: Array.from({ length: role === 'reseller' ? 12 : random.between(1, 4) }, (_, i) =>
      addressIn(subnet + (i > 1 ? random.below(plan.accounts) : 0), random),
    ),
    clients: Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => drawClient(random)),
    ...drawCountry(random),
    plan: level,
    paymentRef: level === 'free' ? null : `pay_${ids.token(7)}`,
    emailDomain: random.chance(0.5) ? random.pick(freeMail) : `${ids.token(7)}.example`,
    createdAt,
    from,
    to: random.chance(0.06) ? from + day + random.unit() * (end - from - day) : end,
    applications: applicationsOf(role, text, language),
    model: weighted(random, [
      ['orion-2', 40],
      ['orion-2-mini', 35],
      ['orion-2-deep', 12],
      ['lyra-1', 13],
    ]),
    weight: random.logNormal(weightOfRole[role]?.[0] ?? planWeight[level], weightOfRole[role]?.[1] ?? 1.25),
    text,
  }
}

function planOfRole(role: Role, random: Random): ServicePlan {
  if (role === 'reseller') return 'enterprise'
  if (role === 'university') return random.chance(0.7) ? 'free' : 'developer'
  if (role === 'ordinary' || role === 'tool')
    return weighted(random, [
      ['free', 42],
      ['developer', 33],
      ['team', 18],
      ['enterprise', 7],
    ])
  return weighted(random, [
    ['developer', 35],
    ['team', 45],
    ['enterprise', 20],
  ])
}

function applicationsOf(role: Role, text: Random, language: Language): Application[] {
  if (role === 'reseller') return Array.from({ length: 30 }, () => makeApplication(text, language))
  const kinds = kindsOfRole[role]
  if (kinds) return kinds.map((kind) => makeApplication(text, language, kind))
  if (role === 'agency') return Array.from({ length: text.between(6, 15) }, () => makeApplication(text, language))
  return Array.from({ length: 1 + Number(text.chance(0.35)) + Number(text.chance(0.15)) }, () =>
    makeApplication(text, language),
  )
}

/** Colleagues share what one organisation shares: payment, office network, domain, country, often the client. */
function joinOrganisation(account: Account, colleague: Account, random: Random): void {
  account.orgId = colleague.orgId
  if (account.plan !== 'free' && colleague.paymentRef && random.chance(0.8)) account.paymentRef = colleague.paymentRef
  account.emailDomain = colleague.emailDomain
  account.country = colleague.country
  account.offset = colleague.offset
  account.addresses = random.chance(0.8) ? colleague.addresses : account.addresses
  if (random.chance(0.5)) account.clients = colleague.clients
  if (random.chance(0.4)) account.applications = colleague.applications
}

/** Places that many customers share: a campus, the gateway of a cloud service, the hosted runners of a CI service. */
function shareNetworks(accounts: readonly Account[], plan: LogPlan, start: number): void {
  const random = new Random(plan.seed, 'shared networks')
  const gateway = Array.from({ length: 3 }, () => addressIn(plan.accounts * 3 + 5, random))
  for (const account of accounts) {
    if (account.role === 'university') shareCampus(account, random, start)
    if (account.role === 'gateway') {
      account.addresses = gateway
      account.clients = ['gateway-mesh/1.14 (linux; 22)']
    }
    if (account.role === 'runner')
      account.addresses = Array.from({ length: 30 }, () => addressIn(plan.accounts * 3 + 64 + random.below(12), random))
  }
}

/** One campus: a shared exit network, one e-mail domain, accounts made in the weeks around the start of term. */
function shareCampus(account: Account, random: Random, start: number): void {
  account.addresses = [addressIn(31, random), addressIn(32, random)]
  account.emailDomain = 'campus.example'
  account.country = 'NL'
  account.offset = 1
  account.createdAt = start - random.unit() * 14 * day
  account.from = start
}
