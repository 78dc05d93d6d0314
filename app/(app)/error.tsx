'use client'

import { Page } from '@/components/layout/page'
import { AfterFault, type FaultProps, faultLead, faultTitle } from '@/components/layout/page-fault'
import { PageHead } from '@/components/layout/page-head'

/** A fault of ours within the product: the rail stays. */
export default function ErrorPage(props: FaultProps) {
  return (
    <Page width="text">
      <PageHead title={faultTitle} />
      <p className="reading">{faultLead}</p>
      <AfterFault {...props} />
    </Page>
  )
}
