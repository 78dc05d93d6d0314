'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useActionState, useId, useState } from 'react'
import { useDialogClose } from '@/components/ui/dialog-close'
import { useToast } from '@/components/ui/toast'
import type { ActionResult, FormAction } from '@/lib/platform/action-result'
import type { Offer } from '@/lib/platform/offer'
import { FormError, type Refusal } from './form-error'
import { FormStateContext } from './form-state'
import { SubmitRow } from './submit-row'

export type FormProps = {
  action: FormAction
  /** The verb on the button: "Submit for review". */
  submit: string
  children?: ReactNode
  /** Values that go along unseen. */
  hidden?: Record<string, string | number>
  tone?: 'primary' | 'secondary' | 'danger'
  /** Why it cannot be sent now, by the sentence the server would give; `false` leaves the whole form out. */
  whyNot?: Offer
  /** Where to go when it worked, unless the action redirects or its value has an `href`. Else the page is read again. */
  to?: string
  /** Said in a toast when it worked and the page does not show it. */
  done?: string
  /** Empty the fields when it worked, for forms that are used again and again. */
  again?: boolean
  /** A second way out beside the button, usually a link or another button. */
  beside?: ReactNode
}

const unreachable: Refusal = {
  ok: false,
  code: 'unavailable',
  message: 'The server did not answer. Your text is still here; check the connection and send it again.',
}

/** The action's answer; a lost connection is a refusal like any other, so that the page and its text stay. */
async function ask(action: FormAction, data: FormData): Promise<ActionResult> {
  try {
    return await action(data)
  } catch (error) {
    unstable_rethrow(error)
    return unreachable
  }
}

type Answer = { attempt: number; refusal: Refusal | null }

function nextPlace(value: unknown, to?: string): string | undefined {
  if (value && typeof value === 'object' && 'href' in value && typeof value.href === 'string') return value.href
  return to
}

/** A form over a server action. Whatever the answer, the text stays; a refusal is summed up at the top and takes the focus. */
export function Form({ action, submit, children, hidden = {}, tone, whyNot, to, done, again, beside }: FormProps) {
  const router = useRouter()
  const toast = useToast()
  const closeDialog = useDialogClose()
  const [round, setRound] = useState(0)
  const id = useId()

  const settle = (value: unknown) => {
    if (done) toast({ tone: 'ok', title: done })
    if (again) setRound((count) => count + 1)
    closeDialog?.()
    const place = nextPlace(value, to)
    if (place) router.push(place)
    else router.refresh()
  }
  const send = async ({ attempt }: Answer, data: FormData): Promise<Answer> => {
    const result = await ask(action, data)
    if (result.ok) settle(result.value)
    return { attempt: attempt + 1, refusal: result.ok ? null : result }
  }
  const [{ attempt, refusal }, dispatch, pending] = useActionState(send, { attempt: 0, refusal: null })

  if (whyNot === false) return null
  return (
    // React empties a form after its action; the text is the user's, so the reset is refused.
    <form id={id} action={dispatch} onReset={(event) => event.preventDefault()} noValidate className="space-y-5">
      {refusal && <FormError key={attempt} refusal={refusal} formId={id} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormStateContext value={{ pending, errors: refusal?.fields ?? {} }}>
        {/* Another form may come into this place; its fields must not inherit this one's text. */}
        <div key={`${round} ${submit}`} className="space-y-5 empty:hidden">
          {children}
        </div>
      </FormStateContext>
      <SubmitRow submit={submit} tone={tone} whyNot={whyNot} pending={pending} beside={beside} />
    </form>
  )
}
