'use client'

import { AfterFault, type FaultProps, faultLead, faultTitle } from '@/components/layout/page-fault'
import { PlainPage } from '@/components/layout/plain-page'

/** A fault of ours outside the product's own frame. */
export default function ErrorPage(props: FaultProps) {
  return (
    <PlainPage title={faultTitle} lead={faultLead}>
      <AfterFault {...props} />
    </PlainPage>
  )
}
