import { describe, expect, it } from 'vitest'
import { clusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import { drawNetwork } from '@/lib/analysis/clusters/network-drawing'
import type { AccountCluster, ClusterLink } from '@/lib/signals/log-analysis'
import { labelsWithRoom, partTowards, placeParts } from './network-places'

const link = (value: string, members: number[] | undefined, weight = 5): ClusterLink => ({
  ...{ attribute: 'payment_ref', value, accounts: members?.length ?? 3, weight },
  ...(members && { members }),
})
const range = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at)
const cluster = (accounts: number, links: ClusterLink[]): AccountCluster => ({
  ...{ id: `cluster-${accounts}-${links.length}`, score: 1, links },
  accounts: range(accounts).map((at) => `acct-${String(at).padStart(4, '0')}`),
})
const nobody = new Set<string>()

describe('the picture of a cluster', () => {
  const cards = range(10).map((card) => link(`card-${card}`, range(3, card * 3)))

  it('draws a line for each value that an account carries, and marks the subject’s accounts', () => {
    const network = clusterNetwork(cluster(30, cards), new Set(['acct-0004']))
    expect(network?.ties).toHaveLength(30)
    expect(network?.nodes.filter(({ isSubjects }) => isSubjects).map(({ label }) => label)).toEqual(['acct-0004'])
    const chart = network && drawNetwork(network, { id: 'cluster-a', width: 960 })
    expect(chart?.table.rows).toContainEqual(['acct-0004', 'payment reference', 'card-1', 3, 5])
    expect(chart?.marks.filter(({ kind }) => kind === 'line')).toHaveLength(30)
  })

  it('is the same every time it is laid out', () => {
    const again = { ...cluster(30, cards), id: 'cluster-again' }
    expect(clusterNetwork(again, nobody)?.layout).toEqual(clusterNetwork(cluster(30, cards), nobody)?.layout)
  })

  it('names what nearly all carry instead of drawing it, unless nothing else ties them', () => {
    const all = link('one sentence of all', range(30))
    expect(clusterNetwork(cluster(30, [...cards, all]), nobody)?.common.map(({ value }) => value)).toEqual([all.value])
    const alone = clusterNetwork(cluster(30, [all]), nobody)
    expect(alone?.common).toEqual([])
    expect(alone?.ties).toHaveLength(30)
  })

  it('shows more than a thousand accounts as groups that carry the same', () => {
    const [half, other] = [link('a', range(600)), link('b', range(601, 600))]
    const network = clusterNetwork(cluster(1201, [half, other]), nobody)
    expect(network?.isGrouped).toBe(true)
    expect(network?.nodes.map(({ label }) => label)).toEqual(['601 accounts alike', '600 accounts alike'])
    expect(network?.ties).toHaveLength(2)
  })

  it('is not drawn from a result of before it was kept who carries what', () => {
    expect(clusterNetwork(cluster(3, [link('card', undefined)]), nobody)).toBeNull()
  })
})

describe('walking the picture', () => {
  const network = clusterNetwork(cluster(40, [link('x', range(20)), link('y', range(20, 20))]), nobody)
  if (!network) throw new Error('the cluster has links')
  const placed = placeParts(network, 960)

  it('an arrow key reaches the next part that lies there, and none beyond the edge', () => {
    const all = [...placed.nodes, ...placed.values].sort((a, b) => a.x - b.x)
    const [first, last] = [all[0], all.at(-1)]
    if (!first || !last) throw new Error('there are parts')
    expect((partTowards('ArrowRight', first, placed)?.x ?? 0) > first.x).toBe(true)
    expect(partTowards('ArrowRight', last, placed)).toBeNull()
    expect(partTowards('Enter', first, placed)).toBeNull()
  })

  it('labels never cover each other, and more have room when magnified', () => {
    const shown = labelsWithRoom(placed, 1)
    expect(shown.filter(({ kind }) => kind === 'value').map(({ text }) => text)).toEqual(['x', 'y'])
    expect(labelsWithRoom(placed, 8).length).toBeGreaterThanOrEqual(shown.length)
  })
})
