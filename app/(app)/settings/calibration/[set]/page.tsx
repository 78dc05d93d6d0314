import { CalibrationState } from '@/components/calibration/calibration-state'
import { ProfileFigures } from '@/components/calibration/profile-figures'
import { RelationsForm } from '@/components/calibration/relations-form'
import { SetRelations } from '@/components/calibration/set-relations'
import { VersionLinks } from '@/components/calibration/version-links'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { firstValueOf, type SearchParams } from '@/components/table/search-params'
import { TextLink } from '@/components/ui/text-link'
import { whyNotCalibrate } from '@/lib/calibration/policy'
import { referenceSet } from '@/lib/calibration/queries'
import { orNever } from '@/lib/platform/offer'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ set: string }>; searchParams: Promise<SearchParams> }

export default async function ReferenceSetPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { set: id } = await params
  const wanted = Number.parseInt(firstValueOf(await searchParams, 'version') ?? '', 10)
  const page = await referenceSet(actor, { id, wanted: Number.isNaN(wanted) ? null : wanted })
  const whyNot = orNever(whyNotCalibrate(actor))
  return (
    <Page>
      <PageHead
        title={page.set.name}
        facts={
          <>
            <TextLink href="/settings/calibration">Calibration</TextLink> / Version {page.version.version}
          </>
        }
      />
      <VersionLinks page={page} />
      <Section title="Profile" actions={<CalibrationState page={page} whyNot={whyNot} />}>
        {page.profile ? (
          <ProfileFigures profile={page.profile} />
        ) : (
          <p className="text-ink-2">This version has no profile yet.</p>
        )}
      </Section>
      <Section title="Models and relations" mark={page.models.length} lead="A relation is only as good as its source.">
        <SetRelations page={page} />
      </Section>
      <Section title="Document the relations anew" lead="Enters another version; this one and its profile stay.">
        <RelationsForm page={page} whyNot={whyNot} />
      </Section>
    </Page>
  )
}
