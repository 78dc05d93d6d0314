import type { ReactNode } from 'react'
import { DatasetHead } from '@/components/analysis/dataset-head'
import { datasetHead } from '@/lib/analysis/dataset/dataset-queries'
import { requireActor } from '@/lib/platform/session'

type Props = { children: ReactNode; params: Promise<{ number: string; id: string }> }

export default async function DatasetLayout({ children, params }: Props) {
  const actor = await requireActor()
  const { number, id } = await params
  const head = await datasetHead(actor, { number, id })
  return (
    <>
      <DatasetHead head={head} number={number} />
      {children}
    </>
  )
}
