import { AccountClusters } from '@/components/analysis/accounts/account-clusters'
import { AccountSignals } from '@/components/analysis/accounts/account-signals'
import { AccountsTraffic } from '@/components/analysis/accounts/accounts-traffic'
import { ChooseTwo } from '@/components/analysis/accounts/choose-two'
import { SharedSentences } from '@/components/analysis/accounts/shared-sentences'
import { SharedTemplates } from '@/components/analysis/accounts/shared-templates'
import { SharedValues } from '@/components/analysis/accounts/shared-values'
import { Section } from '@/components/layout/section'
import { Notice } from '@/components/ui/notice'
import { absentAccounts, comparePage } from '@/lib/analysis/dataset/account-page'
import { requireActor } from '@/lib/platform/session'

type Props = {
  params: Promise<{ number: string; id: string }>
  searchParams: Promise<{ a?: string; b?: string }>
}

export default async function ComparePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const { a = '', b = '' } = await searchParams
  const base = `/cases/${key.number}/datasets/${key.id}`
  const areTwo = a !== '' && b !== '' && a !== b
  const absent = areTwo ? await absentAccounts(actor, key, [a, b]) : []
  const page = areTwo && absent.length === 0 ? await comparePage(actor, key, { a, b }) : null
  return (
    <div className="space-y-10">
      <Section
        title="Compare two accounts"
        lead="What two accounts share does not show that one hand holds them; a reseller, an office or a class shares too."
      >
        <ChooseTwo a={a} b={b} path={`${base}/compare`} />
        {absent.length > 0 && (
          <Notice tone="warn" title="Nothing was compared">
            No row of this log has the account {absent.map((name) => `“${name}”`).join(' or ')}. Check the spelling.
          </Notice>
        )}
      </Section>
      {page && (
        <>
          <AccountsTraffic traffic={page.traffic} names={[a, b]} />
          <SharedValues values={page.values} pair={{ a, b }} base={base} />
          <SharedTemplates templates={page.templates} pair={{ a, b }} base={base} />
          <SharedSentences sentences={page.sentences} pair={{ a, b }} base={base} />
          <Section title="Signals">
            <AccountSignals views={[page.a, page.b]} base={base} />
          </Section>
          <AccountClusters clusters={page.together} base={base} title="Clusters of both" />
        </>
      )}
    </div>
  )
}
