import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import type { NetworkAddresses } from './network-addresses'
import { NetworkBase } from './network-base'
import { NetworkChosen } from './network-chosen'
import { NetworkLabels } from './network-labels'
import { labelsWithRoom, type Part, type Placed, partTowards } from './network-places'
import { useNetworkView } from './use-network-view'

type Props = {
  network: ClusterNetwork
  placed: Placed
  addresses: NetworkAddresses
  chosen: Part | null
  choose: (part: Part | null) => void
  label: string
}

/** The drawing itself: one stop for Tab, arrows from part to part, + and − to magnify, Escape to let go. */
export function NetworkCanvas({ network, placed, addresses, chosen, choose, label }: Props) {
  const { svg, view, zoomBy, reset, drag } = useNetworkView(placed)
  const labels = useMemo(() => labelsWithRoom(placed, view.zoom), [placed, view.zoom])
  const [stop, setStop] = useState<Part>({ kind: 'node', at: 0 })
  const follow = useFollow()
  const stopAt = useCallback(
    (part: Part) => {
      setStop(part)
      choose(part)
    },
    [choose],
  )
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return choose(null)
    if (event.key === '+' || event.key === '-') return zoomBy(event.key === '+' ? 1.4 : 1 / 1.4)
    const next = partTowards(event.key, stop, placed)
    if (!next) return
    event.preventDefault()
    svg.current?.querySelector<SVGAElement>(`[data-part="${next.kind} ${next.at}"]`)?.focus()
  }
  const seen = `${view.x} ${view.y} ${placed.width / view.zoom} ${placed.height / view.zoom}`
  const rest = { ...drag, className: 'figures block h-auto w-full touch-pan-y select-none' }
  return (
    <div className="relative border border-line">
      {/* biome-ignore lint/a11y/useSemanticElements: no other element groups the parts of a drawing */}
      <svg ref={svg} viewBox={seen} role="group" aria-label={label} onKeyDown={walk} onClick={follow} {...rest}>
        <g opacity={chosen ? 0.35 : 1}>
          <NetworkBase {...{ network, placed, addresses, stop, choose, stopAt }} />
          <NetworkLabels labels={labels} zoom={view.zoom} />
        </g>
        {chosen && <NetworkChosen {...{ network, placed, chosen }} zoom={view.zoom} />}
      </svg>
      <Zoom zoomBy={zoomBy} reset={reset} />
    </div>
  )
}

function Zoom({ zoomBy, reset }: { zoomBy: (by: number) => void; reset: () => void }) {
  return (
    <div className="absolute right-2 bottom-2 flex gap-1 print:hidden">
      <Button size="sm" aria-label="Zoom in" onClick={() => zoomBy(1.4)}>
        +
      </Button>
      <Button size="sm" aria-label="Zoom out" onClick={() => zoomBy(1 / 1.4)}>
        −
      </Button>
      <Button size="sm" onClick={reset}>
        Whole
      </Button>
    </div>
  )
}

/** Links within the picture lead on without loading everything anew. */
function useFollow() {
  const router = useRouter()
  return (event: MouseEvent) => {
    const href = (event.target as Element).closest('a')?.getAttribute('href')
    if (!href?.startsWith('/') || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    router.push(href)
  }
}
