import { memo } from 'react'
import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import type { NetworkAddresses } from './network-addresses'
import type { Part, Placed, PlacedPart } from './network-places'

type Props = {
  network: ClusterNetwork
  placed: Placed
  addresses: NetworkAddresses
  /** The part that Tab reaches; the arrows go on from it. */
  stop: Part
  choose: (part: Part) => void
  /** The same by keyboard: Tab comes back to it. */
  stopAt: (part: Part) => void
}

/** More lines than this are drawn as one: the browser would follow each with the pointer. */
const mostLines = 4000

/** All lines and parts, each a link; drawn once and faded as a whole when one of them is chosen. */
export const NetworkBase = memo(function NetworkBase(props: Props) {
  const { network, placed, addresses, stop, choose, stopAt } = props
  return (
    <>
      <Ties {...props} />
      {placed.values.map((part) => (
        <PartLink
          key={part.at}
          {...{ part, choose, stopAt }}
          href={addresses.rows(part.at)}
          isStop={isSame(part, stop)}
        >
          <rect x={part.x - 4} y={part.y - 4} width={8} height={8} className="fill-ink" />
        </PartLink>
      ))}
      {placed.nodes.map((part) => (
        <PartLink
          key={part.at}
          {...{ part, choose, stopAt }}
          href={addresses.account(part.at)}
          isStop={isSame(part, stop)}
        >
          <circle
            {...{ cx: part.x, cy: part.y, r: part.r }}
            strokeWidth={1}
            className={`stroke-paper ${network.nodes[part.at]?.isSubjects ? 'fill-accent' : 'fill-field'}`}
          />
        </PartLink>
      ))}
    </>
  )
})

function Ties({ network: { ties }, placed, addresses }: Props) {
  const ends = ties.flatMap(([node, value]) => {
    const [from, to] = [placed.nodes[node], placed.values[value]]
    return from && to ? [{ node, value, from, to, line: { x1: from.x, y1: from.y, x2: to.x, y2: to.y } }] : []
  })
  if (ends.length > mostLines) {
    const path = ends.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join('')
    return <path d={path} strokeWidth={0.5} fill="none" className="stroke-line-2" />
  }
  return ends.map(({ node, value, from, to, line }) => (
    <a
      key={`${node} ${value}`}
      href={addresses.rows(value, node)}
      tabIndex={-1}
      aria-label={`Rows of ${from.label} that carry ${to.label}`}
      className="group/tie"
    >
      <line {...line} strokeWidth={7} className="stroke-transparent" />
      <line {...line} strokeWidth={0.75} className="stroke-line-2 group-hover/tie:stroke-accent" />
    </a>
  ))
}

export const isSame = (a: Part, b: Part) => a.kind === b.kind && a.at === b.at

type PartProps = {
  part: PlacedPart
  href: string
  isStop: boolean
  choose: (part: Part) => void
  stopAt: (part: Part) => void
  children: React.ReactNode
}

function PartLink({ part, href, isStop, choose, stopAt, children }: PartProps) {
  const { kind, at, label, degree } = part
  return (
    <a
      href={href}
      tabIndex={isStop ? 0 : -1}
      data-part={`${kind} ${at}`}
      aria-label={`${label}, ${kind === 'node' ? `carries ${degree} of these values` : `carried by ${degree}`}`}
      onPointerEnter={() => choose({ kind, at })}
      onFocus={() => stopAt({ kind, at })}
      className="outline-none"
    >
      <circle cx={part.x} cy={part.y} r={Math.max(7, part.r + 2)} className="fill-transparent" />
      {children}
    </a>
  )
}
