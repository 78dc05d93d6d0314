import { AccountClusters } from '@/components/analysis/accounts/account-clusters'
import { AccountHead } from '@/components/analysis/accounts/account-head'
import { AccountSignals } from '@/components/analysis/accounts/account-signals'
import { AccountsTraffic } from '@/components/analysis/accounts/accounts-traffic'
import { Section } from '@/components/layout/section'
import { accountPage } from '@/lib/analysis/dataset/account-page'
import { requireActor } from '@/lib/platform/session'

type Props = {
  params: Promise<{ number: string; id: string }>
  searchParams: Promise<{ name?: string }>
}

export default async function AccountPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const { name = '' } = await searchParams
  const page = await accountPage(actor, key, name)
  const base = `/cases/${key.number}/datasets/${key.id}`
  return (
    <div className="space-y-10">
      <AccountHead name={name} isSubjects={page.isSubjects} base={base} />
      <AccountsTraffic traffic={page.traffic} names={[name]} />
      <Section title="Signals" lead="A cell opens the definition, the innocent explanations tested, and the rows.">
        <AccountSignals views={[page]} base={base} />
      </Section>
      <AccountClusters clusters={page.clusters} base={base} />
    </div>
  )
}
