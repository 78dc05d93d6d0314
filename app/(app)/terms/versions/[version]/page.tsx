import { DateField } from '@/components/form/date-field'
import { Form } from '@/components/form/form'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { ClauseList } from '@/components/terms/clause-list'
import { InForce } from '@/components/terms/in-force'
import { Hash } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { LinkButton } from '@/components/ui/link-button'
import { ProseText } from '@/components/ui/prose'
import { toHex } from '@/lib/custody/hex'
import { heldBy, orNever } from '@/lib/platform/offer'
import { requireActor } from '@/lib/platform/session'
import { endVersionAction } from '@/lib/terms/actions'
import { whyNotChangeVersion, whyNotEnterTerms } from '@/lib/terms/policy'
import { termsVersion } from '@/lib/terms/queries'

export default async function TermsVersionPage({ params }: { params: Promise<{ version: string }> }) {
  const actor = await requireActor()
  const version = await termsVersion(actor, (await params).version)
  const whyNot = orNever(whyNotEnterTerms(actor))
  return (
    <Page>
      <PageHead
        title={version.label}
        above={`${version.document.provider}, ${version.document.title}`}
        facts={
          <>
            <InForce from={version.inForceFrom} until={version.inForceUntil} /> · text{' '}
            <Hash value={toHex(version.sha256)} />
          </>
        }
        action={
          <LinkButton href={`/terms/versions/${version.id}/edit`} whyNot={heldBy(whyNotChangeVersion(version), whyNot)}>
            Edit
          </LinkButton>
        }
        menu={
          !version.inForceUntil && (
            <Dialog trigger="State the last day" title="State the last day in force" whyNot={whyNot}>
              <Form action={endVersionAction} submit="Save" hidden={{ versionId: version.id }}>
                <DateField name="inForceUntil" label="Last day in force" hint="This can be stated once." />
              </Form>
            </Dialog>
          )
        }
      />
      <ClauseList clauses={version.clauses} />
      <Section title="Whole text">
        <ProseText text={version.text} />
      </Section>
    </Page>
  )
}
