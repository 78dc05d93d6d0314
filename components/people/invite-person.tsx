'use client'

import { useState } from 'react'
import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { DialogFrame } from '@/components/ui/dialog-frame'
import { invitePersonAction } from '@/lib/people/actions'
import type { IssuedLink } from '@/lib/people/invitations'
import { roleNames, roles } from '@/lib/people/schema'
import type { ActionResult } from '@/lib/platform/action-result'
import type { Offer } from '@/lib/platform/offer'
import { LinkOnce } from './link-once'

/** Invites somebody; the link is shown once and mailed when mail is set up. */
export function InvitePerson({ whyNot }: { whyNot: Offer }) {
  const [open, setOpen] = useState(false)
  const [issued, setIssued] = useState<IssuedLink | null>(null)
  const send = async (form: FormData): Promise<ActionResult<unknown>> => {
    const result = await invitePersonAction(form)
    if (result.ok) setIssued(result.value)
    return result
  }
  return (
    <>
      <Button tone="primary" size="sm" whyNot={whyNot} onClick={() => setOpen(true)}>
        Invite a person
      </Button>
      <DialogFrame title="Invite a person" open={open} onOpenChange={setOpen}>
        <Form action={send} submit="Invite">
          <TextField name="name" label="Name" autoComplete="off" />
          <TextField name="email" label="E-mail" type="email" autoComplete="off" />
          <Select name="role" label="Role" options={roles.map((value) => ({ value, label: roleNames[value] }))} />
        </Form>
      </DialogFrame>
      <DialogFrame title="The person is invited" open={issued !== null} onOpenChange={() => setIssued(null)}>
        {issued && <LinkOnce issued={issued} />}
      </DialogFrame>
    </>
  )
}
