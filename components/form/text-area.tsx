'use client'

import { classNames } from '@/components/ui/class-names'
import { Field, type FieldProps } from './field'

type Props = FieldProps & {
  defaultValue?: string
  rows?: number
  maxLength?: number
  placeholder?: string
  /** `reading` for what will be read as a document, `mono` for pasted data. */
  look?: 'reading' | 'mono'
}

/** Several lines; grows with its text where the browser can. */
export function TextArea({ defaultValue, rows = 4, maxLength, placeholder, look, ...field }: Props) {
  const face = look === 'reading' ? 'font-serif text-read' : look === 'mono' ? 'font-mono text-sm' : ''
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          {...{ defaultValue, rows, maxLength, placeholder }}
          className={classNames('control field-sizing-content h-auto max-h-[60vh] min-h-20 py-2', face)}
        />
      )}
    </Field>
  )
}
