'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { Offer } from '@/lib/platform/offer'

type Props = {
  submit: string
  tone?: 'primary' | 'secondary' | 'danger'
  whyNot?: Offer
  pending: boolean
  beside?: ReactNode
}

/** The end of a form: its verb, busy while it is on its way. */
export function SubmitRow({ submit, tone = 'primary', whyNot, pending, beside }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" tone={tone} whyNot={whyNot} pending={pending}>
        {submit}
      </Button>
      {beside}
    </div>
  )
}
