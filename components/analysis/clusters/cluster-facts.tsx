import { TextLink } from '@/components/ui/text-link'
import type { ClusterPage } from '@/lib/analysis/clusters/cluster-queries'
import { figure } from '@/lib/analysis/figures'
import { formatAmount } from '@/lib/platform/format-number'

/** Score, what of it is the subject's already, and the way to its rows. */
export function ClusterFacts({ page: { cluster, known }, base }: { page: ClusterPage; base: string }) {
  return (
    <p className="figures flex flex-wrap gap-x-4 text-ink-3">
      <span>
        Score {figure(cluster.score)}, the mean triage score of its accounts; error rate not established.
        {known > 0 && ` ${formatAmount(known, 'account')} of the subject’s already.`}
      </span>
      <TextLink href={`${base}/clusters`}>All clusters</TextLink>
    </p>
  )
}
