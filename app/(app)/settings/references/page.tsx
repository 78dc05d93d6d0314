import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { ReferenceSection } from '@/components/references/reference-section'
import { TextLink } from '@/components/ui/text-link'
import { orNever } from '@/lib/platform/offer'
import { requireActor } from '@/lib/platform/session'
import { whyNotKeep } from '@/lib/references/policy'
import { references } from '@/lib/references/queries'
import { referenceKinds } from '@/lib/references/schema'

export const metadata: Metadata = { title: 'Reference data' }

export default async function ReferencesPage() {
  const actor = await requireActor()
  const all = await references(actor)
  const whyNot = orNever(whyNotKeep(actor))
  return (
    <Page>
      <PageHead
        title="Reference data"
        facts={
          <>
            <TextLink href="/settings">Settings</TextLink> / Held against every log from its next analysis on.
          </>
        }
      />
      {referenceKinds.map((kind) => (
        <ReferenceSection
          key={kind}
          kind={kind}
          references={all.filter((reference) => reference.kind === kind)}
          whyNot={whyNot}
        />
      ))}
    </Page>
  )
}
