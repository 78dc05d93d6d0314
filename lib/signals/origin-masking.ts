/** Hiding where: how many countries and networks one account's requests come from, as far as the log alone can say. */

import { whyNotCarried } from './activity-facts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { AccountFacts } from './references/account-table'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

type Row = { account: string; places: [number, string][] }
type Networks = { account: string; networks: number; operators: number; widest: number }

const fewestRequests = 20

async function compute({ engine, activity, settings, accountFacts }: Workspace): Promise<SignalOutcome> {
  const why = whyNotCarried(activity, ['country'])
  if (why) return { computable: false, why }
  const { table } = activity
  const rows = await engine.rows<Row>(
    `SELECT account, arrayReverseSort(groupArray((n, country))) AS places FROM (
       SELECT account, country, count() AS n FROM ${table} WHERE country != '' GROUP BY account, country)
     GROUP BY account ${settings}`,
  )
  const networks = await engine.rows<Networks>(
    `SELECT account, length(arrayDistinct(arrayFlatten(groupArray(places)))) AS networks,
       length(arrayDistinct(arrayFlatten(groupArray(hosts)))) AS operators, maxIf(length(places), client != 0) AS widest
     FROM (SELECT account, client, groupUniqArrayIf(network, network != 0) AS places,
         groupUniqArrayIf(operator, operator != '') AS hosts
       FROM ${table} WHERE address != 0 GROUP BY account, client)
     GROUP BY account ${settings}`,
  )
  const of = new Map(networks.map((one) => [one.account, one]))
  return {
    computable: true,
    accounts: rows.map((row) => measure(row, of.get(row.account), accountFacts.get(row.account))),
  }
}

function measure({ account, places }: Row, networks: Networks | undefined, facts: AccountFacts | undefined): Measured {
  const counts = places.map(([n]) => n)
  const requests = counts.reduce((sum, n) => sum + n, 0)
  const measures = {
    requests,
    countries: counts.length,
    elsewhere_share: 1 - (counts[0] ?? 0) / requests,
    networks: networks ? networks.networks : null,
    operators: networks && networks.operators > 0 ? networks.operators : null,
    networks_of_one_client: networks && networks.widest > 0 ? networks.widest : null,
    outside_payment_share: facts?.country ? 1 - atHome(places, facts.country) / requests : null,
    sanctioned: facts?.sanctioned == null ? null : Number(facts.sanctioned),
  }
  if (requests >= fewestRequests) return { account, value: entropy(counts, requests), why: null, measures }
  const why = `Too few data: ${requests} requests with a country, at least ${fewestRequests} are needed.`
  return { account, value: null, why, measures }
}

const atHome = (places: Row['places'], country: string) => places.find(([, name]) => name === country)?.[0] ?? 0

/** Shannon entropy in bits of counts that sum to `total`. */
function entropy(counts: number[], total: number): number {
  return counts.reduce((sum, n) => sum - (n / total) * Math.log2(n / total), 0)
}

export const originMasking: SignalDefinition = {
  id: 'origin-masking',
  reads: ['activity'],
  version: '2',
  title: 'Origin masking',
  question: 'Do this account’s requests come from ever other countries and networks?',
  definition:
    'Shannon entropy in bits of the countries of its requests (0: always one; 1: two in equal parts), for accounts with ' +
    `${fewestRequests} requests that name a country. Beside it: countries, share outside the commonest, networks (/24, /48), network operators ` +
    '(ASN), and the most networks that one client string came from. With an account table also the share ' +
    'of requests from another country than that of the payment, and whether the table says sanctioned. Hosting and proxy networks and ' +
    'countries that are not served are not looked at: a log does not name them, and no list is at hand.',
  source: 'OpenAI, memorandum of 12 February 2026 (as reported); joint advisory AA26-251A, indicators 5 and 6.',
  needs: ['account_id', 'country'],
  peerGroup: peerGroupRule,
  value: { name: 'bits of country entropy', unit: 'bits' },
  measures: {
    requests: 'requests with a country',
    countries: 'countries of its requests',
    elsewhere_share: 'share of requests from another than its commonest country',
    networks: 'networks (/24, /48) of its requests',
    operators: 'network operators (ASN) of its requests',
    networks_of_one_client: 'most networks that one client string came from',
    outside_payment_share: 'share of requests from another country than that of the payment (account table)',
    sanctioned: '1 if the account table says it is sanctioned, 0 if it says it is not',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'reseller', how: 'An application that calls from its users’ devices is wherever they are.' },
    { name: 'shared egress IP', how: 'Company networks and private relays leave through several countries.' },
    { name: 'evaluation harness', how: 'Work moves between the regions of a cloud.' },
  ],
  rebuttedBy: 'The regions that a deployment runs in, or a staff or user list with its countries.',
  cannotShow: 'Where anybody is. One well-chosen proxy in the right country hides all; travellers look masked.',
  techniques: ['AML.T0008.005'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: '-count() OVER (PARTITION BY upper(country))',
      where: `country != ''`,
      reason: `concat('one of ', toString(-strength), ' from its country')`,
    }),
}
