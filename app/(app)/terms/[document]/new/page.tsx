import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { VersionForm } from '@/components/terms/version-form'
import { requireActor } from '@/lib/platform/session'
import { addVersionAction } from '@/lib/terms/actions'
import { whyNotEnterTerms } from '@/lib/terms/policy'
import { termsDocument } from '@/lib/terms/queries'

export default async function NewVersionPage({ params }: { params: Promise<{ document: string }> }) {
  const actor = await requireActor()
  const document = await termsDocument(actor, (await params).document)
  return (
    <Page width="text">
      <PageHead title="Add a version" above={`${document.provider}, ${document.title}`} />
      <VersionForm
        action={addVersionAction}
        hidden={{ documentId: document.id }}
        submit="Add the version"
        back="/terms"
        whyNot={whyNotEnterTerms(actor)}
      />
    </Page>
  )
}
