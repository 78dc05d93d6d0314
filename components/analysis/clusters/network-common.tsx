import { TextLink } from '@/components/ui/text-link'
import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import { formatAmount } from '@/lib/platform/format-number'
import type { NetworkAddresses } from './network-addresses'

type Props = { network: ClusterNetwork; addresses: NetworkAddresses }

/** What nearly all accounts of a cluster carry, in words: as lines it would hide everything else. */
export function NetworkCommon({ network: { common }, addresses }: Props) {
  if (common.length === 0) return null
  return (
    <details className="max-w-[90ch] text-sm text-ink-2">
      <summary className="cursor-pointer">{formatAmount(common.length, 'value')} of nearly all accounts</summary>
      <ul className="mt-1">
        {common.map((value) => (
          <li key={`${value.attribute} ${value.value}`} className="break-words">
            {value.kind}{' '}
            <TextLink href={addresses.rowsOf(value)}>
              <span className="font-mono">{value.value}</span>
            </TextLink>
            <span className="figures text-ink-3"> {formatAmount(value.shared, 'account')} of the cluster</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
