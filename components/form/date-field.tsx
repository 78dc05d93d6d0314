'use client'

import { Field, type FieldProps } from './field'

type Props = FieldProps & {
  /** `2024-10-14`, or `2024-10-14T09:12` with `time`. */
  defaultValue?: string
  min?: string
  max?: string
  /** Ask for the minute too; what is sent has no zone, so say in the hint which is meant. */
  time?: boolean
}

/** A day (or minute) by the browser's own control; sends ISO text. */
export function DateField({ defaultValue, min, max, time, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          {...{ defaultValue, min, max }}
          type={time ? 'datetime-local' : 'date'}
          className="control figures max-w-56"
        />
      )}
    </Field>
  )
}
