/** One key, many hands: from how many networks one API key is used in a day, and whether from two countries in one minute. */

import { whyNotCarried } from './activity-facts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

type Row = Record<'requests' | 'keys' | 'networks' | 'addresses' | 'operators' | 'countries' | 'clients', number> & {
  account: string
}
type Minutes = { account: string; minutes: number; split: number }

const fewestRequests = 20

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, activity, settings } = workspace
  const why = whyNotCarried(activity, ['timestamp', 'api_key_id', 'ip'])
  if (why) return { computable: false, why }
  const rows = await engine.rows<Row>(
    `SELECT account, sum(n) AS requests, uniqExact(api_key) AS keys, max(networks) AS networks,
       max(addresses) AS addresses, max(operators) AS operators, max(countries) AS countries, max(clients) AS clients
     FROM (SELECT account, api_key, intDiv(time, 86400000) AS day, count() AS n, uniqExact(address) AS addresses,
         uniqExactIf(network, network != 0) AS networks, uniqExactIf(operator, operator != '') AS operators,
         uniqExactIf(country, country != '') AS countries, uniqExactIf(client, client != 0) AS clients
       FROM ${activity.table} WHERE time >= 0 AND api_key != 0 AND address != 0 GROUP BY account, api_key, day)
     GROUP BY account ${settings}`,
  )
  const minutes = activity.filled.country > 0 ? await minutesOfKeys(workspace) : []
  const of = new Map(minutes.map((one) => [one.account, one]))
  return { computable: true, accounts: rows.map((row) => measure(row, of.get(row.account))) }
}

/** Minutes with two requests of one key or more, of accounts that were seen in two countries. */
function minutesOfKeys({ engine, activity: { table }, settings }: Workspace): Promise<Minutes[]> {
  return engine.rows<Minutes>(
    `SELECT account, count() AS minutes, countIf(lowest != highest) AS split FROM (
       SELECT account, api_key, intDiv(time, 60000) AS minute, min(country) AS lowest, max(country) AS highest
       FROM ${table} WHERE time >= 0 AND api_key != 0 AND country != '' AND account IN (
         SELECT account FROM ${table} WHERE country != '' GROUP BY account HAVING min(country) != max(country))
       GROUP BY account, api_key, minute HAVING count() > 1)
     GROUP BY account ${settings}`,
  )
}

function measure({ account, ...counts }: Row, minutes: Minutes | undefined): Measured {
  const shared = minutes && minutes.minutes > 0 ? minutes.split / minutes.minutes : null
  const measures = { ...counts, minutes_in_two_countries: shared }
  if (counts.requests >= fewestRequests) return { account, value: counts.networks, why: null, measures }
  const why = `Too few data: ${counts.requests} requests with a key and an address, at least ${fewestRequests} are needed.`
  return { account, value: null, why, measures }
}

export const credentialFanOut: SignalDefinition = {
  id: 'credential-fan-out',
  reads: ['activity'],
  version: '1',
  title: 'Credential fan-out',
  question: 'Is one API key used from many places at once?',
  definition:
    'The most networks (/24 of IPv4, /48 of IPv6) that one API key of the account was used from in one UTC day, for accounts ' +
    `with ${fewestRequests} requests that name a key and an address. Addresses of private and carrier ranges are no network. Beside it, each ` +
    'as its own maximum over key and day: addresses, network operators, countries and clients; and the share of minutes with ' +
    'several requests of one key in which they came from two countries or more.',
  source: 'Joint advisory AA26-251A, indicator 3.',
  needs: ['account_id', 'timestamp', 'api_key_id', 'ip'],
  peerGroup: peerGroupRule,
  value: { name: 'networks of one key in one day, at most', unit: 'networks' },
  measures: {
    requests: 'requests with a time, a key and an address',
    keys: 'API keys that the account used',
    networks: 'most networks of one key in one day',
    addresses: 'most addresses of one key in one day',
    operators: 'most network operators (ASN) of one key in one day',
    countries: 'most countries of one key in one day',
    clients: 'most clients of one key in one day',
    minutes_in_two_countries: 'share of a key’s minutes with several requests that span two countries or more',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    {
      name: 'evaluation harness',
      how: 'A team key runs on short-lived machines that each have an address of their own.',
    },
    { name: 'reseller', how: 'A key inside an application is used wherever its users are.' },
    { name: 'shared egress IP', how: 'Phones and virtual private networks change their address during a day.' },
  ],
  rebuttedBy: 'The list of machines or runners that hold the key, or the application that ships it.',
  cannotShow:
    'Who the hands are. A key that was leaked or stolen looks the same; a harvest from one server shows nothing.',
  techniques: ['AML.T0008.005', 'AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: `uniqExact(ip) OVER (PARTITION BY api_key_id, toDate(assumeNotNull(timestamp), 'UTC'))`,
      where: `timestamp IS NOT NULL AND api_key_id != '' AND ip != ''`,
      reason: `concat('its key was used from ', toString(strength), ' addresses that day')`,
    }),
}
