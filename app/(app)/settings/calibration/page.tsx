import type { Metadata } from 'next'
import { ProfileFigures } from '@/components/calibration/profile-figures'
import { ReferenceSets } from '@/components/calibration/reference-sets'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { whyNotCalibrate } from '@/lib/calibration/policy'
import { referenceSets, shippedProfile } from '@/lib/calibration/queries'
import { orNever } from '@/lib/platform/offer'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Calibration' }

export default async function CalibrationPage() {
  const actor = await requireActor()
  const [sets, profile] = await Promise.all([referenceSets(actor), shippedProfile(actor)])
  const make = (
    <LinkButton href="/settings/calibration/new" whyNot={orNever(whyNotCalibrate(actor))}>
      Make a reference set
    </LinkButton>
  )
  return (
    <Page>
      <PageHead
        title="Calibration"
        facts={
          <>
            <TextLink href="/settings">Settings</TextLink> / What the weight of a comparison rests on.
          </>
        }
      />
      <Section
        title="Reference sets"
        mark={sets.length}
        lead="Models of known relation with their answers to the same prompts. A set like the case’s own models and prompts makes a better profile than the one that ships."
        actions={sets.length > 0 && make}
      >
        <ReferenceSets sets={sets} make={make} />
      </Section>
      <Section title="The profile that ships" lead="Used wherever a comparison names no other.">
        {profile ? <ProfileFigures profile={profile} /> : <p>It was made for other methods than these.</p>}
      </Section>
    </Page>
  )
}
