/** Where the parts of a cluster's picture lead. Pure. */

import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'

export type NetworkAddresses = {
  account: (node: number) => string
  /** The rows that carry a value; of one account when it is given. */
  rows: (value: number, node?: number) => string
  rowsOf: (value: { attribute: string; value: string }) => string
}

/** Addresses under `base`, the dataset's. A group of accounts leads to the list of members on the page. */
export function networkAddresses({ nodes, values }: ClusterNetwork, base: string, id: string): NetworkAddresses {
  return {
    account: (at) => {
      const node = nodes[at]
      return node?.count === 1 ? `${base}/accounts/view?name=${encodeURIComponent(node.label)}` : '#members'
    },
    rowsOf: ({ attribute, value }) => `${base}/clusters/${id}/rows?${new URLSearchParams({ attribute, value })}`,
    rows: (at, node) => {
      const { attribute = '', value = '' } = values[at] ?? {}
      const params = new URLSearchParams({ attribute, value })
      const account = node === undefined ? undefined : nodes[node]?.accounts[0]
      if (account !== undefined) params.set('account', account)
      return `${base}/clusters/${id}/rows?${params}`
    },
  }
}
