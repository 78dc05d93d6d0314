'use client'

import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from '@/components/ui/class-names'
import { describedBy, ErrorLine } from './error-line'
import { useFormState } from './form-state'

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type Props = {
  name: string
  legend: string
  hint?: ReactNode
  choices: Choice[]
  defaultValue?: string
  inline?: boolean
}

/** One of a few, all in sight, each able to explain itself. */
export function RadioGroup({ name, legend, hint, choices, defaultValue, inline }: Props) {
  const id = useId()
  const error = useFormState().errors[name]
  const about = describedBy(id, { hint, error })
  return (
    <fieldset className="max-w-xl" aria-describedby={about}>
      <legend className="font-medium">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-2">
          {hint}
        </p>
      )}
      <ErrorLine id={id} error={error} />
      <div className={classNames('mt-2', inline ? 'flex flex-wrap gap-x-6 gap-y-2' : 'space-y-2')}>
        {choices.map((choice) => (
          <label key={choice.value} className="flex gap-2.5">
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              disabled={choice.disabled}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              {choice.label}
              {choice.hint && <span className="block text-sm text-ink-2">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
