import type { Metadata } from 'next'
import { DocketTable } from '@/components/cases/docket-table'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import type { SearchParams } from '@/components/table/search-params'
import { LinkButton } from '@/components/ui/link-button'
import { docket } from '@/lib/cases/docket'
import { whyNotFile } from '@/lib/cases/policy'
import { caseFilter } from '@/lib/cases/schema'
import { peopleByRole } from '@/lib/people/queries'
import { orNever } from '@/lib/platform/offer'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Cases' }

export default async function CasesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = caseFilter.parse(params)
  const [page, owners] = await Promise.all([docket(actor, filter), peopleByRole(actor, ['ANALYST', 'LEAD'])])
  const refusal = orNever(whyNotFile(actor))
  return (
    <Page width="wide">
      <PageHead
        title={filter.q ? `Cases with “${filter.q}”` : 'Cases'}
        action={
          <LinkButton href="/cases/new" tone="primary" whyNot={refusal}>
            File a case
          </LinkButton>
        }
      />
      <DocketTable page={page} params={params} owners={owners} whyNotFile={refusal} />
    </Page>
  )
}
