import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { VersionForm } from '@/components/terms/version-form'
import { requireActor } from '@/lib/platform/session'
import { changeVersionAction } from '@/lib/terms/actions'
import { whyNotChangeVersion, whyNotEnterTerms } from '@/lib/terms/policy'
import { termsVersion } from '@/lib/terms/queries'

export default async function EditVersionPage({ params }: { params: Promise<{ version: string }> }) {
  const actor = await requireActor()
  const version = await termsVersion(actor, (await params).version)
  return (
    <Page width="text">
      <PageHead title={`Edit ${version.label}`} above={`${version.document.provider}, ${version.document.title}`} />
      <VersionForm
        action={changeVersionAction}
        hidden={{ versionId: version.id }}
        submit="Save the version"
        back={`/terms/versions/${version.id}`}
        version={version}
        whyNot={whyNotEnterTerms(actor) ?? whyNotChangeVersion(version)}
      />
    </Page>
  )
}
