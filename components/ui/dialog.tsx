'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button, type ButtonProps } from './button'
import { type DialogContent, DialogFrame } from './dialog-frame'

type Props = DialogContent & {
  /** The words on the button that opens it. */
  trigger: ReactNode
} & Pick<ButtonProps, 'tone' | 'size' | 'icon' | 'whyNot'>

/** A button and the dialog it opens. A form inside closes it when its action succeeds. */
export function Dialog({ trigger, tone, size, icon, whyNot, ...content }: Props) {
  const [open, setOpen] = useState(false)
  if (whyNot === false) return null
  return (
    <>
      <Button tone={tone} size={size} icon={icon} whyNot={whyNot} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <DialogFrame open={open} onOpenChange={setOpen} {...content} />
    </>
  )
}
