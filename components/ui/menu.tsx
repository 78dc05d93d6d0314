'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { type ButtonSize, type ButtonTone, buttonClass } from './button-style'
import { type DialogContent, DialogFrame } from './dialog-frame'
import { floatingClass } from './floating'
import { MenuEntry, type MenuItem } from './menu-entry'

type Props = {
  /** What the menu holds, for a reader and, with `showLabel`, for the eye. */
  label: string
  items: MenuItem[]
  showLabel?: boolean
  icon?: ReactNode
  tone?: ButtonTone
  size?: ButtonSize
}

/** The rest of the actions behind "…": links, downloads, actions and dialogs, each able to say why it is off. Nothing at all when nothing is offered. */
export function Menu({ label, items, showLabel = false, icon, tone = 'quiet', size }: Props) {
  const [dialog, setDialog] = useState<DialogContent | null>(null)
  const [open, setOpen] = useState(false)
  const offered = items.filter(({ whyNot }) => whyNot !== false)
  const show = (content: DialogContent) => {
    setDialog(content)
    setOpen(true)
  }
  if (offered.length === 0) return null
  return (
    <>
      <Base.Root modal={false}>
        <Base.Trigger aria-label={showLabel ? undefined : label} className={buttonClass(tone, size)}>
          {icon ?? (showLabel ? null : <Ellipsis aria-hidden className="size-4" />)}
          {showLabel && label}
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner align="end" sideOffset={4} className="z-50">
            <Base.Popup className={floatingClass}>
              {offered.map((item) => (
                <MenuEntry key={item.label} item={item} showDialog={show} />
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {dialog && <DialogFrame key={dialog.title} {...dialog} open={open} onOpenChange={setOpen} />}
    </>
  )
}
