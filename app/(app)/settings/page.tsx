import type { Metadata } from 'next'
import { CalibrationLink } from '@/components/calibration/calibration-link'
import { EndpointList } from '@/components/collection/endpoint-list'
import { HostList } from '@/components/collection/host-list'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { Installation } from '@/components/people/installation'
import { InvitePerson } from '@/components/people/invite-person'
import { JoinCase } from '@/components/people/join-case'
import { OwnAccess } from '@/components/people/own-access'
import { PeopleTable } from '@/components/people/people-table'
import { LinkButton } from '@/components/ui/link-button'
import { endpointSettings } from '@/lib/collection/collection-pages'
import { whyNotChangePassword } from '@/lib/people/change-password'
import { whyNot } from '@/lib/people/policy'
import { people } from '@/lib/people/queries'
import { installationFacts } from '@/lib/platform/installation'
import { orNever } from '@/lib/platform/offer'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const actor = await requireActor()
  const seesPeople = whyNot(actor, 'see-people') === null
  const rows = seesPeople ? await people(actor) : []
  const asked = await endpointSettings(actor)
  const manages = orNever(whyNot(actor, 'invite'))
  return (
    <Page>
      <PageHead title="Settings" />
      <OwnAccess {...actor} whyNotPassword={await whyNotChangePassword(actor)} />
      <Section
        title="Reference data"
        lead="Prompt sets and release calendars that every log is held against."
        actions={
          <LinkButton href="/settings/references" size="sm">
            Open reference data
          </LinkButton>
        }
      />
      <CalibrationLink />
      {seesPeople && (
        <Section title="People" mark={rows.length} actions={<InvitePerson whyNot={manages} />}>
          <PeopleTable actor={{ id: actor.id, role: actor.role }} rows={rows} />
        </Section>
      )}
      {actor.role === 'ADMIN' && <JoinCase />}
      {asked && <EndpointList endpoints={asked.endpoints} whyNot={asked.whyNotEndpoints} />}
      {asked && <HostList hosts={asked.hosts} whyNot={asked.whyNotHosts} />}
      {seesPeople && <Installation facts={await installationFacts()} />}
    </Page>
  )
}
