import { ClusterActions } from '@/components/analysis/clusters/cluster-actions'
import { ClusterFacts } from '@/components/analysis/clusters/cluster-facts'
import { ClusterLinks } from '@/components/analysis/clusters/cluster-links'
import { ClusterMembers } from '@/components/analysis/clusters/cluster-members'
import { ClusterSignals } from '@/components/analysis/clusters/cluster-signals'
import { ClusterTraffic } from '@/components/analysis/clusters/cluster-traffic'
import { NetworkSection } from '@/components/analysis/clusters/network-section'
import { ExplanationsTested } from '@/components/analysis/matrix/explanations-tested'
import { Section } from '@/components/layout/section'
import { clusterPage } from '@/lib/analysis/clusters/cluster-queries'
import { clusterName } from '@/lib/analysis/clusters/cluster-words'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; id: string; cluster: string }> }

export default async function ClusterPage({ params }: Props) {
  const actor = await requireActor()
  const { cluster: id, ...key } = await params
  const page = await clusterPage(actor, key, id)
  const { cluster, sentence, network, links, signals, traffic, explanations } = page
  const base = `/cases/${key.number}/datasets/${key.id}`
  return (
    <div className="space-y-10">
      <Section title={`Cluster ${clusterName(id)}`} lead={sentence} actions={<ClusterActions page={page} />}>
        <ClusterFacts page={page} base={base} />
      </Section>
      <Section title="Links" lead="Each value ties the accounts that carry it; the weight says how rare it is.">
        <ClusterLinks links={cluster.links} id={id} base={base} chart={links} />
      </Section>
      <NetworkSection network={network} id={id} base={base} />
      <Section title="As one" lead="What the accounts of the cluster do together.">
        <ClusterSignals signals={signals} rows={`${base}/clusters/${id}/rows`} />
      </Section>
      <ClusterTraffic traffic={traffic} id={id} />
      <div className="max-w-3xl">
        <ExplanationsTested explanations={explanations} />
      </div>
      <ClusterMembers accounts={cluster.accounts} base={base} />
    </div>
  )
}
