'use client'

import { AfterFault, type FaultProps, faultWords } from '@/components/layout/page-fault'
import { PlainPage } from '@/components/layout/plain-page'
import { saidOf } from '@/lib/platform/errors'

/** A refusal or a fault of ours outside the product's own frame. */
export default function ErrorPage(props: FaultProps) {
  const said = saidOf(props.error.digest)
  return (
    <PlainPage {...faultWords(said)}>
      <AfterFault {...props} said={said} />
    </PlainPage>
  )
}
