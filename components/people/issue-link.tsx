'use client'

import { useState } from 'react'
import { Form } from '@/components/form/form'
import { reissueLinkAction } from '@/lib/people/actions'
import type { IssuedLink } from '@/lib/people/invitations'
import type { ActionResult } from '@/lib/platform/action-result'
import { LinkOnce } from './link-once'

/** Issues a fresh link for a person and shows it once. */
export function IssueLink({ personId, accepted }: { personId: string; accepted: boolean }) {
  const [issued, setIssued] = useState<IssuedLink | null>(null)
  const send = async (form: FormData): Promise<ActionResult<unknown>> => {
    const result = await reissueLinkAction(form)
    if (!result.ok) return result
    setIssued(result.value)
    return { ok: false, code: 'done', message: 'The link is below. It is shown only now.' }
  }
  if (issued) return <LinkOnce issued={issued} />
  return (
    <Form action={send} submit="Issue a link" hidden={{ personId }}>
      <p>
        {accepted
          ? 'They choose a new password with it, and are told at their next sign-in that you issued it.'
          : 'Earlier links stop working.'}
      </p>
    </Form>
  )
}
