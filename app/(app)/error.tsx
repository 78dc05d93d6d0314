'use client'

import { Page } from '@/components/layout/page'
import { AfterFault, type FaultProps, faultWords } from '@/components/layout/page-fault'
import { PageHead } from '@/components/layout/page-head'
import { saidOf } from '@/lib/platform/errors'

/** A refusal or a fault of ours within the product: the rail stays. */
export default function ErrorPage(props: FaultProps) {
  const said = saidOf(props.error.digest)
  const { title, lead } = faultWords(said)
  return (
    <Page width="text">
      <PageHead title={title} />
      <p className="reading">{lead}</p>
      <AfterFault {...props} said={said} />
    </Page>
  )
}
