import type { Metadata } from 'next'
import { ChooseCase } from '@/components/calibration/choose-case'
import { NewSetForm } from '@/components/calibration/new-set-form'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { firstValueOf, type SearchParams } from '@/components/table/search-params'
import { TextLink } from '@/components/ui/text-link'
import { whyNotCalibrate } from '@/lib/calibration/policy'
import { modelsForSet } from '@/lib/calibration/set-sources'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'New reference set' }

export default async function NewReferenceSetPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor()
  const number = firstValueOf(await searchParams, 'case') ?? null
  const models = number ? await modelsForSet(actor, number) : null
  return (
    <Page width="normal">
      <PageHead
        title="New reference set"
        facts={
          <>
            <TextLink href="/settings/calibration">Calibration</TextLink> / Its answers are sealed model outputs of a
            case.
          </>
        }
      />
      {number && models ? (
        <NewSetForm number={number} models={models} whyNot={whyNotCalibrate(actor)} />
      ) : (
        <ChooseCase />
      )}
    </Page>
  )
}
