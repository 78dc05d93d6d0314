import type { ClusterNetwork } from '@/lib/analysis/cluster-network'
import type { Part, Placed } from './network-places'

type Props = { network: ClusterNetwork; placed: Placed; chosen: Part }

/** The chosen part with everything that it is tied to, above the faded rest. */
export function NetworkChosen({ network: { ties }, placed, chosen }: Props) {
  const own = ties.filter(([node, value]) => (chosen.kind === 'node' ? node : value) === chosen.at)
  const centre = (chosen.kind === 'node' ? placed.nodes : placed.values)[chosen.at]
  if (!centre) return null
  return (
    <g pointerEvents="none">
      {own.map(([node, value]) => {
        const [from, to] = [placed.nodes[node], placed.values[value]]
        return (
          <line
            key={`${node} ${value}`}
            {...{ x1: from?.x, y1: from?.y, x2: to?.x, y2: to?.y }}
            strokeWidth={1.25}
            className="stroke-accent"
          />
        )
      })}
      {own.map(([node, value]) => {
        const at = chosen.kind === 'node' ? placed.values[value] : placed.nodes[node]
        if (!at) return null
        if (at.kind === 'node') return <circle key={at.at} cx={at.x} cy={at.y} r={at.r} className="fill-accent" />
        return <rect key={at.at} x={at.x - 4} y={at.y - 4} width={8} height={8} className="fill-accent" />
      })}
      <circle
        {...{ cx: centre.x, cy: centre.y, r: centre.r + 4 }}
        fill="none"
        strokeWidth={2}
        className="stroke-accent"
      />
      {centre.kind === 'node' ? (
        <circle cx={centre.x} cy={centre.y} r={centre.r} className="fill-accent" />
      ) : (
        <rect x={centre.x - 4} y={centre.y - 4} width={8} height={8} className="fill-accent" />
      )}
    </g>
  )
}
