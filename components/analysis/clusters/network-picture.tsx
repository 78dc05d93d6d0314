'use client'

import { useMemo, useState, useSyncExternalStore } from 'react'
import { ChartFrame } from '@/components/chart/chart-frame'
import { ChartTableView } from '@/components/chart/chart-table-view'
import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import { drawNetwork, networkWords } from '@/lib/analysis/clusters/network-drawing'
import { NetworkAbout } from './network-about'
import { networkAddresses } from './network-addresses'
import { NetworkCanvas } from './network-canvas'
import { NetworkCommon } from './network-common'
import { type Part, placeParts } from './network-places'

type Props = { network: ClusterNetwork; id: string; base: string }

const [wide, narrow] = [960, 358]

function watchNarrow(changed: () => void): () => void {
  const query = window.matchMedia('(max-width: 640px)')
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** The network of a cluster: hover or walk to see what a part shares, click to open it; the same as a table and as files. */
export function NetworkPicture({ network, id, base }: Props) {
  const isNarrow = useSyncExternalStore(
    watchNarrow,
    () => window.matchMedia('(max-width: 640px)').matches,
    () => false,
  )
  const width = isNarrow ? narrow : wide
  const { title, summary } = networkWords(network, id)
  const chart = useMemo(() => drawNetwork(network, { id, width: wide }), [network, id])
  return (
    <figure className="space-y-3">
      <ChartFrame
        chart={chart}
        fileName={`${id}-network`}
        heading={
          <figcaption className="max-w-[70ch]">
            <p className="font-semibold">{title}</p>
            <p className="text-ink-2">{summary}</p>
          </figcaption>
        }
        picture={<Live key={width} {...{ network, id, base, width }} />}
        table={<ChartTableView table={chart.table} label={title} />}
      />
      <NetworkCommon network={network} addresses={networkAddresses(network, base, id)} />
    </figure>
  )
}

function Live({ network, id, base, width }: Props & { width: number }) {
  const placed = useMemo(() => placeParts(network, width), [network, width])
  const addresses = useMemo(() => networkAddresses(network, base, id), [network, base, id])
  const [chosen, setChosen] = useState<Part | null>(null)
  return (
    <div className="grid gap-x-8 gap-y-3 xl:grid-cols-[minmax(0,1fr)_18rem]">
      <NetworkCanvas
        {...{ network, placed, addresses, chosen, label: networkWords(network, id).title }}
        choose={setChosen}
      />
      <div role="status" className="min-h-24">
        <NetworkAbout {...{ network, chosen, addresses }} />
      </div>
    </div>
  )
}
