import { TextLink } from '@/components/ui/text-link'
import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import { figure } from '@/lib/analysis/figures'
import { formatAmount } from '@/lib/platform/format-number'
import type { NetworkAddresses } from './network-addresses'
import type { Part } from './network-places'

type Props = { network: ClusterNetwork; chosen: Part | null; addresses: NetworkAddresses }

const listed = 40

/** What the chosen part of the picture is, and the rows behind each of its lines. */
export function NetworkAbout({ network, chosen, addresses }: Props) {
  if (!chosen) {
    return (
      <p className="text-sm text-ink-3">
        Point at a dot or a square, or walk with Tab and the arrow keys: its lines and rows are listed here. A dot opens
        the account, a line or square the rows that carry the value.
      </p>
    )
  }
  return chosen.kind === 'node' ? (
    <AboutNode {...{ network, addresses }} at={chosen.at} />
  ) : (
    <AboutValue {...{ network, addresses }} at={chosen.at} />
  )
}

type One = { network: ClusterNetwork; addresses: NetworkAddresses; at: number }

function AboutNode({ network: { nodes, values, ties }, addresses, at }: One) {
  const node = nodes[at]
  const own = ties.filter(([of]) => of === at).map(([, value]) => value)
  if (!node) return null
  return (
    <div className="space-y-1">
      <p className="font-mono text-sm break-all">
        {node.count === 1 ? <TextLink href={addresses.account(at)}>{node.label}</TextLink> : node.label}
      </p>
      <ul className="text-sm text-ink-2">
        {own.map((value) => (
          <li key={value} className="break-words">
            {values[value]?.kind}{' '}
            <TextLink href={addresses.rows(value, at)}>
              <span className="font-mono">{values[value]?.value}</span>
            </TextLink>
            <span className="figures text-ink-3"> weight {figure(values[value]?.weight ?? 0)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function AboutValue({ network: { nodes, values, ties }, addresses, at }: One) {
  const value = values[at]
  const own = ties.filter(([, of]) => of === at).map(([node]) => node)
  if (!value) return null
  return (
    <div className="space-y-1">
      <p>
        {value.kind}{' '}
        <TextLink href={addresses.rows(at)}>
          <span className="font-mono text-sm break-all">{value.value}</span>
        </TextLink>
      </p>
      <p className="figures text-sm text-ink-3">
        {formatAmount(value.shared, 'account')} of the cluster, {formatAmount(value.accounts, 'account')} of the log,
        weight {figure(value.weight)}
      </p>
      <ul className="max-h-40 columns-[12rem] overflow-y-auto font-mono text-sm">
        {own.slice(0, listed).map((node) => (
          <li key={node} className="break-all">
            <TextLink href={addresses.rows(at, node)}>{nodes[node]?.label}</TextLink>
          </li>
        ))}
        {own.length > listed && <li className="font-sans text-ink-3">and {own.length - listed} more</li>}
      </ul>
    </div>
  )
}
