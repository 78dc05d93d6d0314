'use client'

import type { ReactNode } from 'react'
import { useId } from 'react'
import { describedBy, ErrorLine } from './error-line'
import { useFormState } from './form-state'

export type FieldProps = {
  name: string
  label: string
  /** One sentence under the label. */
  hint?: ReactNode
  /** Adds "(optional)"; everything else is needed. */
  optional?: boolean
  /** Keeps the label for readers only, where the surroundings say it. */
  hideLabel?: boolean
}

/** What a control needs to belong to its label, hint and error. */
export type ControlProps = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label, hint and error of one control; the error comes from the answer of the form's action, by name. */
export function Field({ children, ...field }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { name, label, hint, optional, hideLabel } = field
  const id = useId()
  const error = useFormState().errors[name]
  const control: ControlProps = {
    id,
    name,
    'aria-describedby': describedBy(id, { hint, error }),
    'aria-invalid': error ? true : undefined,
    'aria-required': optional ? undefined : true,
  }
  return (
    <div className="max-w-xl space-y-1">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block font-medium'}>
        {label}
        {optional && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <ErrorLine id={id} error={error} />
      {children(control)}
    </div>
  )
}
