import { ClusterEntry } from '@/components/analysis/clusters/cluster-entry'
import { RunState } from '@/components/analysis/run-state'
import { Section } from '@/components/layout/section'
import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith } from '@/components/table/search-params'
import { EmptyState } from '@/components/ui/empty-state'
import { clustersPage } from '@/lib/analysis/dataset/dataset-page'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; id: string }>; searchParams: Promise<{ page?: string }> }

export default async function ClustersPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const asked = await searchParams
  const { head, run, clusters, found, page, pages, subjects, whyNotAdd } = await clustersPage(actor, key, asked)
  const base = `/cases/${key.number}/datasets/${key.id}`
  const at = (wanted: number) => addressWith(`${base}/clusters`, asked, { page: wanted > 1 ? `${wanted}` : null })
  return (
    <Section
      title="Clusters"
      mark={run?.state === 'done' ? found : undefined}
      lead="Accounts that share rare attributes. The table of links is the result; offices, resellers and carrier networks share attributes too."
    >
      {run && <RunState run={run} number={key.number} whyNot={head.whyNotAnalyse} />}
      {run?.state === 'done' && found === 0 && (
        <EmptyState title="No accounts are linked">
          No two accounts of this log share an attribute that is rare enough to link them, or the log carries none of
          the attributes that could.
        </EmptyState>
      )}
      {clusters.map(({ sentence, ...cluster }) => (
        <ClusterEntry key={cluster.id} {...{ cluster, sentence, base, subjects, whyNotAdd }} />
      ))}
      <KeysetPages previousHref={page > 1 ? at(page - 1) : null} nextHref={page < pages ? at(page + 1) : null} />
    </Section>
  )
}
