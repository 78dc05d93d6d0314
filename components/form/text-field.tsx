'use client'

import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Field, type FieldProps } from './field'

type Input = Pick<
  ComponentProps<'input'>,
  | 'type'
  | 'defaultValue'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'placeholder'
  | 'autoFocus'
  | 'readOnly'
  | 'min'
  | 'max'
  | 'step'
>

/** One line of text (or e-mail, password, number by `type`). `mono` for ids and hashes. */
export function TextField({
  name,
  label,
  hint,
  optional,
  hideLabel,
  mono,
  ...input
}: FieldProps & Input & { mono?: boolean }) {
  return (
    <Field {...{ name, label, hint, optional, hideLabel }}>
      {(control) => (
        <input type="text" {...input} {...control} className={classNames('control', mono && 'font-mono')} />
      )}
    </Field>
  )
}
