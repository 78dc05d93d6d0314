import { AddFinding } from '@/components/analysis/add-finding'
import { TextLink } from '@/components/ui/text-link'
import { clusterName } from '@/lib/analysis/clusters/cluster-words'
import type { ClusterView } from '@/lib/analysis/dataset/dataset-page'
import { figure } from '@/lib/analysis/figures'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'
import { ClusterAccounts, type SubjectChoice } from './cluster-accounts'
import { ClusterSignals } from './cluster-signals'

type Props = {
  cluster: ClusterView
  sentence: string
  base: string
  subjects: SubjectChoice[]
  whyNotAdd: Offer
}

/** One cluster in the list: the sentence, what it does as one, what to do with it, and the way to its own page. */
export function ClusterEntry({ cluster, sentence, base, subjects, whyNotAdd }: Props) {
  const { id, offer, known, accounts } = cluster
  return (
    <article id={`cluster-${id}`} className="space-y-4 border-t border-line py-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-[70ch] space-y-1">
          <h3 className="font-semibold">
            <TextLink href={`${base}/clusters/${id}`}>Cluster {clusterName(id)}</TextLink>
          </h3>
          <p>{sentence}</p>
          <p className="figures text-sm text-ink-3">
            Score {figure(cluster.score)}; error rate not established.
            {known > 0 && ` ${formatAmount(known, 'account')} of the subject’s already.`}
          </p>
        </div>
        <div className="flex gap-2">
          <ClusterAccounts id={id} accounts={accounts} sentence={sentence} subjects={subjects} whyNot={whyNotAdd} />
          {offer && <AddFinding {...offer} />}
        </div>
      </div>
      <ClusterSignals signals={cluster.asOne} rows={`${base}/clusters/${id}/rows`} />
      <p>
        <TextLink href={`${base}/clusters/${id}`}>
          Its {formatAmount(cluster.links.length, 'link')}, picture, traffic and accounts
        </TextLink>
      </p>
    </article>
  )
}
