'use client'

import { ChevronDown } from 'lucide-react'
import { Field, type FieldProps } from './field'

type Option = { value: string; label: string; disabled?: boolean }

type Props = FieldProps & {
  options: Option[]
  defaultValue?: string
  /** A first line that chooses nothing: "Choose a clause". */
  prompt?: string
}

/** One of a list, by the browser's own control. */
export function Select({ options, defaultValue, prompt, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <select
            {...control}
            defaultValue={defaultValue ?? (prompt ? '' : undefined)}
            className="control appearance-none pr-8"
          >
            {prompt && <option value="">{prompt}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-ink-3" />
        </div>
      )}
    </Field>
  )
}
