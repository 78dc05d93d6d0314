import { Section } from '@/components/layout/section'
import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import { NetworkPicture } from './network-picture'

type Props = { network: ClusterNetwork | null; id: string; base: string }

/** The picture of a cluster, or why there is none. */
export function NetworkSection({ network, id, base }: Props) {
  return (
    <Section title="Picture">
      {network ? (
        <NetworkPicture network={network} id={id} base={base} />
      ) : (
        <p className="text-ink-2">
          This analysis is of before it was kept which account carries which value. Measure the signals again to see the
          picture.
        </p>
      )}
    </Section>
  )
}
