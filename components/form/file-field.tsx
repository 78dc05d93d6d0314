'use client'

import type { ChangeEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Field, type FieldProps } from './field'

type Props = FieldProps & {
  accept?: string
  multiple?: boolean
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void
}

/** Files from the reader's machine; one may also drop them on it. */
export function FileField({ accept, multiple, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          {...{ accept, multiple, onChange }}
          type="file"
          className={classNames(
            'block w-full rounded-sm border border-dashed border-field bg-float p-3 text-base text-ink-2',
            'file:mr-3 file:h-7 file:rounded-sm file:border file:border-line-2 file:bg-paper file:px-2 file:text-sm file:font-medium file:text-ink',
          )}
        />
      )}
    </Field>
  )
}
