/** A network: accounts that share several rare things, with the table of what they share. */

import { fewestLinked, findClusters } from './clusters/account-clusters'
import { linkedRows } from './clusters/linked-rows'
import { type SharedAttribute, sharedAttributes } from './clusters/shared-attributes'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { facts, profiles, seed } = workspace
  const linking = ['payment_ref', 'ip', 'user_agent', 'email_domain', 'account_created_at', 'prompt'] as const
  if (linking.every((column) => facts.filled[column] === 0)) {
    return {
      computable: false,
      why: 'The log has no payment, address, client, e-mail domain, sign-up time or prompt.',
    }
  }
  const attributes = await sharedAttributes(workspace)
  const clusters = findClusters(attributes, seed)
  workspace.clusters = clusters
  const measured = new Map<string, Measured>()
  for (const account of profiles.keys()) {
    measured.set(account, member(account, 0))
  }
  for (const { accounts } of clusters) {
    for (const account of accounts) measured.set(account, member(account, accounts.length - 1))
  }
  const clusterOf = new Map(clusters.flatMap(({ accounts }, index) => accounts.map((account) => [account, index])))
  for (const attribute of attributes) addWeight(attribute, clusterOf, measured)
  return { computable: true, accounts: [...measured.values()] }
}

function member(account: string, others: number): Measured {
  return { account, value: others, why: null, measures: { link_weight: 0, shared_values: 0 } }
}

/** Adds a value's weight to each account that shares it with another account of its own cluster. */
function addWeight(
  { accounts, weight }: SharedAttribute,
  clusterOf: Map<string, number>,
  measured: Map<string, Measured>,
): void {
  const sharing = new Map<number, number>()
  for (const account of accounts) {
    const cluster = clusterOf.get(account)
    if (cluster !== undefined) sharing.set(cluster, (sharing.get(cluster) ?? 0) + 1)
  }
  for (const account of accounts) {
    const measures = measured.get(account)?.measures
    if (!measures || (sharing.get(clusterOf.get(account) ?? -1) ?? 0) < 2) continue
    measures.link_weight = (measures.link_weight ?? 0) + weight
    measures.shared_values = (measures.shared_values ?? 0) + 1
  }
}

export const linkedAccounts: SignalDefinition = {
  id: 'linked-accounts',
  version: '4',
  title: 'Linked accounts',
  question: 'Does this account belong to a network of accounts that share rare things?',
  definition:
    'Other accounts in its cluster, 0 when it is in none. Accounts are joined to the payment reference, IP network (/24, /48), ' +
    'client, e-mail domain, prompt template (three uses or more) and sign-up minute that they share, with weight ln(N ÷ df); ' +
    'attributes of more than 1 % of accounts are dropped (in small logs never below 20 accounts, payment and template 100). ' +
    'Prompts tie accounts by their wording too, sent by at most 3 % of accounts (100 in small logs) and mostly around texts of its own. Two ' +
    'accounts are tied by three sentences that come in different requests, make up 2 % of the longer list and are more than ' +
    'chance gives accounts that send so much (Poisson tail of 0.01 ÷ accounts at most); or by two scripts: sentences, or eight words in a row at the front or back of a prompt, ' +
    'that each of them repeats in 3 requests and 3 % of its own, that half of those who send it repeat, and that come in different ' +
    'requests. A text network is a community in which most pairs are tied, with whoever repeats a script that is its own. ' +
    'Clusters are the communities of weighted Louvain on each connected part, joined when one value covers half of both, with ' +
    `${fewestLinked} accounts or more and two kinds of attribute that each link a third of them.`,
  source: 'Anthropic, 23 February 2026 (hydra clusters); Pacheco and others 2001.05658; Blondel and others 2008.',
  needs: ['account_id'],
  peerGroup: peerGroupRule,
  value: { name: 'other accounts in the cluster', unit: 'accounts' },
  measures: {
    link_weight: 'sum of ln(N ÷ df) over the values that it shares within the cluster',
    shared_values: 'values that it shares within the cluster',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'shared egress IP', how: 'Offices, universities and carriers put many customers behind one network.' },
    { name: 'reseller', how: 'A reseller pays for, and signs up, many accounts of its customers.' },
    { name: 'academic research', how: 'A class or laboratory signs up together and runs the same tool.' },
  ],
  rebuttedBy: 'An organisation with seats, a class list or a reseller contract that explains each shared value.',
  cannotShow:
    'Who controls the accounts. Sharing is not proof of one actor; a network that shares nothing rare is not seen.',
  techniques: ['AML.T0008.005', 'AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: linkedRows,
}
