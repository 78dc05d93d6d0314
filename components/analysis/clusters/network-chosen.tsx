import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import { NetworkLabels } from './network-labels'
import { labelsWithRoom, type Part, type Placed, type PlacedPart } from './network-places'

type Props = { network: ClusterNetwork; placed: Placed; chosen: Part; zoom: number }

/** The chosen part with everything that it is tied to, above the faded rest. */
export function NetworkChosen({ network: { ties }, placed, chosen, zoom }: Props) {
  const own = ties.filter(([node, value]) => (chosen.kind === 'node' ? node : value) === chosen.at)
  const centre = (chosen.kind === 'node' ? placed.nodes : placed.values)[chosen.at]
  if (!centre) return null
  const tied = own.flatMap(
    ([node, value]) => (chosen.kind === 'node' ? placed.values[value] : placed.nodes[node]) ?? [],
  )
  const kinds = { nodes: [centre, ...tied].filter(isNode), values: [centre, ...tied].filter((part) => !isNode(part)) }
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
      {tied.map((part) => (
        <Dot key={`${part.kind} ${part.at}`} part={part} />
      ))}
      <circle
        {...{ cx: centre.x, cy: centre.y, r: centre.r + 4 }}
        fill="none"
        strokeWidth={2}
        className="stroke-accent"
      />
      <Dot part={centre} />
      <NetworkLabels labels={labelsWithRoom({ ...placed, ...kinds }, zoom)} zoom={zoom} />
    </g>
  )
}

const isNode = ({ kind }: Part) => kind === 'node'

function Dot({ part: { kind, x, y, r } }: { part: PlacedPart }) {
  if (kind === 'node') return <circle cx={x} cy={y} r={r} className="fill-accent" />
  return <rect x={x - 4} y={y - 4} width={8} height={8} className="fill-accent" />
}
