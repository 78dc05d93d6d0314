/** One setting for everything: the share of requests with an account's most used set of sampling parameters. */

import { whyNotCarried } from './activity-facts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

type Row = { account: string; requests: number; top: number; sets: number }

const fewestRequests = 20

async function compute({ engine, activity, settings }: Workspace): Promise<SignalOutcome> {
  const why = whyNotCarried(activity, ['temperature'])
  if (why) return { computable: false, why }
  const rows = await engine.rows<Row>(
    `SELECT account, sum(n) AS requests, max(n) AS top, count() AS sets
     FROM (SELECT account, sampling, count() AS n FROM ${activity.table} WHERE sampling != 0 GROUP BY account, sampling)
     GROUP BY account ${settings}`,
  )
  return { computable: true, accounts: rows.map(measure) }
}

function measure({ account, requests, top, sets }: Row): Measured {
  const measures = { requests, sets }
  if (requests >= fewestRequests) return { account, value: top / requests, why: null, measures }
  const why = `Too few data: ${requests} requests that state a parameter, at least ${fewestRequests} are needed.`
  return { account, value: null, why, measures }
}

export const fixedSampling: SignalDefinition = {
  id: 'fixed-sampling',
  reads: ['activity'],
  version: '1',
  title: 'Fixed sampling',
  question: 'Does this account send all its requests with one set of parameters?',
  definition:
    'Requests with the account’s most used combination of temperature, top_p and max_tokens ÷ its requests that state at ' +
    `least one of them, for accounts with ${fewestRequests} or more.`,
  source: 'Not named by providers; general knowledge of synthetic-data pipelines, which fix their parameters.',
  needs: ['account_id', 'temperature', 'top_p', 'max_tokens'],
  peerGroup: peerGroupRule,
  value: { name: 'share of its most used parameters', unit: 'share of requests' },
  measures: {
    requests: 'requests that state temperature, top_p or max_tokens',
    sets: 'different combinations that it used',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'reseller', how: 'Nearly every application sets its parameters once.' },
    { name: 'evaluation harness', how: 'A fair comparison fixes them.' },
    { name: 'benchmark overlap', how: 'Public tools come with defaults that nobody changes.' },
  ],
  rebuttedBy: 'The application or tool whose defaults these are.',
  cannotShow: 'Anything by itself: most ordinary accounts have one set.',
  techniques: ['AML.T0040'],
  errorRate: 'not established',
  corroboratesOnly: true,
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: `count() OVER (PARTITION BY ifNull(toString(temperature), ''), ifNull(toString(top_p), ''), ifNull(toString(max_tokens), ''))`,
      where: 'isNotNull(temperature) OR isNotNull(top_p) OR isNotNull(max_tokens)',
      reason: `concat('one of ', toString(strength), ' with these parameters')`,
    }),
}
