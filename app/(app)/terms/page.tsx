import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { TermsLedger } from '@/components/terms/terms-ledger'
import { LinkButton } from '@/components/ui/link-button'
import { orNever } from '@/lib/platform/offer'
import { requireActor } from '@/lib/platform/session'
import { whyNotEnterTerms } from '@/lib/terms/policy'
import { termsDocuments } from '@/lib/terms/queries'

export const metadata: Metadata = { title: 'Terms' }

export default async function TermsPage() {
  const actor = await requireActor()
  const documents = await termsDocuments(actor)
  const whyNot = orNever(whyNotEnterTerms(actor))
  return (
    <Page>
      <PageHead
        title="Terms"
        facts="What the clauses said, and on which days."
        action={
          <LinkButton href="/terms/new" tone="primary" whyNot={whyNot}>
            Add a document
          </LinkButton>
        }
      />
      <TermsLedger documents={documents} whyNot={whyNot} />
    </Page>
  )
}
