/** Many accounts, one place: how many other accounts used the busiest address of an account. */

import { whyNotCarried } from './activity-facts'
import type { Measured, RowsBehindRequest, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Statement, Workspace } from './workspace'

type Place = 'address' | 'network' | 'address, client' | 'network, domain'
type Row = { account: string; others: number }

const isKnown: Record<Place, string> = {
  address: 'true',
  network: 'true',
  'address, client': 'client != 0',
  'network, domain': 'domain != 0',
}

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const why = whyNotCarried(workspace.activity, ['ip'])
  if (why) return { computable: false, why }
  const { engine, activity, settings } = workspace
  const rows = await engine.rows<{ account: string; requests: number; placed: number; named: number }>(
    `SELECT account, countIf(address != 0) AS requests, countIf(network != 0) AS placed, countIf(domain != 0) AS named
     FROM ${activity.table} GROUP BY account HAVING requests > 0 ${settings}`,
  )
  const pairs = await pairsOf(workspace)
  const address = await othersAt(workspace, pairs, 'address')
  const network = await othersAt(workspace, pairs, 'network')
  const client = activity.filled.user_agent > 0 ? await othersAt(workspace, pairs, 'address, client') : null
  const domain = await othersAt(workspace, pairs, 'network, domain')
  const measure = ({ account, requests, placed, named }: (typeof rows)[number]): Measured => {
    const others = address.get(account) ?? 0
    const measures = {
      others_on_network: network.get(account) ?? 0,
      others_with_client: client && (client.get(account) ?? 0),
      network_others_with_domain: named > 0 ? (domain.get(account) ?? 0) : null,
      placed_share: placed / requests,
    }
    if (placed > 0) return { account, value: others, why: null, measures }
    return { account, value: null, why: 'All its addresses are private or a carrier’s own.', measures }
  }
  return { computable: true, accounts: rows.map(measure) }
}

/** The places of each account once: many fewer lines than requests. */
async function pairsOf({ engine, scratch, activity, settings }: Workspace): Promise<string> {
  const pairs = scratch('places')
  await engine.run(
    `CREATE TABLE ${pairs} (account LowCardinality(String), address UInt64, network UInt64, client UInt64, domain UInt64)
     ENGINE = MergeTree ORDER BY address`,
  )
  await engine.run(
    `INSERT INTO ${pairs} SELECT account, address, network, client, domain FROM ${activity.table} WHERE network != 0
     GROUP BY account, address, network, client, domain ${settings}`,
  )
  return pairs
}

/** The greatest number of other accounts at one place of each account; an account that shares none is missing. */
async function othersAt(workspace: Workspace, pairs: string, place: Place): Promise<Map<string, number>> {
  const { engine, buckets, settings } = workspace
  const most = new Map<string, number>()
  for (let bucket = 0; bucket < buckets; bucket++) {
    const within = `SELECT DISTINCT account, ${place} FROM ${pairs} WHERE network % ${buckets} = ${bucket} AND ${isKnown[place]}`
    const rows = await engine.rows<Row>(
      `SELECT account, max(accounts) - 1 AS others FROM (${within}) AS held
       INNER JOIN (SELECT ${place}, count() AS accounts FROM (${within}) GROUP BY ${place} HAVING accounts > 1) AS shared
       USING (${place}) GROUP BY account ${settings}`,
    )
    for (const { account, others } of rows) most.set(account, Math.max(others, most.get(account) ?? 0))
  }
  return most
}

/** Rows of the account by how many accounts of the dataset used their address. */
function rowsBehind({ path, account, limit, offset }: RowsBehindRequest): Statement {
  return {
    sql: `WITH own AS (SELECT row_id, assumeNotNull(ip) AS address FROM file({path:String}, Parquet)
        WHERE account_id = {account:String} AND ip != '')
      SELECT row_id, accounts - 1 AS strength, concat(toString(strength), ' other accounts used this address') AS reason
      FROM own INNER JOIN (SELECT assumeNotNull(ip) AS address, uniqExact(account_id) AS accounts
        FROM file({path:String}, Parquet) WHERE account_id != '' AND ip IN (SELECT address FROM own) GROUP BY address) AS used
      USING (address) WHERE accounts > 1
      ORDER BY strength DESC, row_id LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { path, account, limit, offset },
  }
}

export const addressFanIn: SignalDefinition = {
  id: 'address-fan-in',
  reads: ['activity'],
  version: '1',
  title: 'Address fan-in',
  question: 'Do many accounts come from the place that this account comes from?',
  definition:
    'The greatest number of other accounts that used one address of the account. Beside it: the same for the network (/24 of ' +
    'IPv4, /48 of IPv6) for address and client, and for network and e-mail domain together. Addresses of private and carrier ranges (RFC 1918, 6598, 4193) ' +
    'count for nothing. Cloud and carrier networks with public addresses count in full, because no list of them is at hand.',
  source: 'Joint advisory AA26-251A; a public hunt after it takes 20 accounts per address as its line.',
  needs: ['account_id', 'ip'],
  peerGroup: peerGroupRule,
  value: { name: 'other accounts on one of its addresses, at most', unit: 'accounts' },
  measures: {
    others_on_network: 'most other accounts on one of its networks (/24, /48)',
    others_with_client: 'most other accounts on one of its addresses with the same client',
    network_others_with_domain: 'most other accounts on one of its networks with the same e-mail domain',
    placed_share: 'share of its requests from an address that says a place',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    {
      name: 'shared egress IP',
      how: 'Offices, universities, carriers and clouds put many customers behind one address.',
    },
    { name: 'reseller', how: 'A reseller’s servers call for each of its customers’ accounts.' },
    { name: 'academic research', how: 'A class works from one laboratory.' },
  ],
  rebuttedBy: 'The owner of the network, or different clients, plans and hours of the accounts behind it.',
  cannotShow:
    'That the accounts belong together: an address is a place. Accounts behind residential proxies share none.',
  techniques: ['AML.T0008.005', 'AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind,
}
