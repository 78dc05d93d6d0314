'use client'

import type { ReactNode } from 'react'
import { useId } from 'react'
import { describedBy, ErrorLine } from './error-line'
import { useFormState } from './form-state'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string
  defaultChecked?: boolean
  disabled?: boolean
}

/** Yes or no. Sends `value` ("on" unless told otherwise) when ticked, nothing when not. */
export function Checkbox({ name, label, hint, value = 'on', defaultChecked, disabled }: Props) {
  const id = useId()
  const error = useFormState().errors[name]
  const about = describedBy(id, { hint, error })
  return (
    <div className="flex max-w-xl gap-2.5">
      <input
        id={id}
        type="checkbox"
        {...{ name, value, defaultChecked, disabled }}
        aria-describedby={about}
        aria-invalid={error ? true : undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-2">
            {hint}
          </p>
        )}
        <ErrorLine id={id} error={error} />
      </div>
    </div>
  )
}
