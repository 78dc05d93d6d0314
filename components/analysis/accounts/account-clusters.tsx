import { Section } from '@/components/layout/section'
import { TextLink } from '@/components/ui/text-link'
import { attributeName, clusterName } from '@/lib/analysis/clusters/cluster-words'
import type { AccountView } from '@/lib/analysis/dataset/account-page'
import { figure } from '@/lib/analysis/figures'

type Props = { clusters: AccountView['clusters']; base: string; title?: string }

const listed = 8

/** The clusters that an account is in, each with its strongest links; nothing when there are none. */
export function AccountClusters({ clusters, base, title = 'Clusters' }: Props) {
  if (clusters.length === 0) return null
  return (
    <Section title={title}>
      {clusters.map(({ id, sentence, links }) => (
        <div key={id} className="max-w-[80ch] space-y-1">
          <p>
            <TextLink href={`${base}/clusters/${id}`}>Cluster {clusterName(id)}</TextLink>: {sentence}
          </p>
          <ul className="text-sm text-ink-2">
            {links.slice(0, listed).map(({ attribute, value, weight }) => (
              <li key={`${attribute} ${value}`} className="break-words">
                {attributeName(attribute)}{' '}
                <TextLink href={`${base}/clusters/${id}/rows?${new URLSearchParams({ attribute, value })}`}>
                  <span className="font-mono">{value}</span>
                </TextLink>
                <span className="figures text-ink-3"> weight {figure(weight)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
