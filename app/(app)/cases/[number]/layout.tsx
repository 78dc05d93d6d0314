import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CaseHead } from '@/components/cases/case-head'
import { Page } from '@/components/layout/page'
import { caseTabCounts } from '@/lib/cases/case-counts'
import { caseHead } from '@/lib/cases/queries'
import { requireActor } from '@/lib/platform/session'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number }
}

export default async function CaseLayout({ children, params }: Props & { children: ReactNode }) {
  const actor = await requireActor()
  const { number } = await params
  const [head, standing] = await Promise.all([caseHead(actor, number), caseStanding(actor, { number })])
  const counts = await caseTabCounts(actor, head.id)
  return (
    <Page width="wide">
      <CaseHead actor={{ id: actor.id, role: actor.role }} head={head} standing={standing} counts={counts} />
      {children}
    </Page>
  )
}
