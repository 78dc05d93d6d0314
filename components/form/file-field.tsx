'use client'

import { Field, type FieldProps } from './field'

/** One file, chosen from this computer. `accept` is a help for the chooser and no check. */
export function FileField({ accept, ...field }: FieldProps & { accept?: string }) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          type="file"
          accept={accept}
          {...control}
          className="control h-auto py-1.5 file:mr-3 file:rounded-xs file:border-0 file:bg-wash file:px-2 file:py-1 file:font-medium file:text-ink"
        />
      )}
    </Field>
  )
}
