'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { classNames } from './class-names'
import { DialogCloseContext } from './dialog-close'

export type DialogContent = { title: string; description?: ReactNode; children: ReactNode; wide?: boolean }

type Props = DialogContent & { open: boolean; onOpenChange: (open: boolean) => void }

/**
 * A controlled dialog for client files; pages use `Dialog`, which brings its button. What was typed survives closing it by Escape,
 * the cross or a press outside; a form that succeeded closes and empties it.
 */
export function DialogFrame({ title, description, children, wide, open, onOpenChange }: Props) {
  const [kept, setKept] = useState(open)
  if (open && !kept) setKept(true)
  const finish = () => {
    setKept(false)
    onOpenChange(false)
  }
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal keepMounted={kept}>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto p-4 sm:pt-[12vh]">
          <Base.Popup
            className={classNames(
              'relative w-full rounded-md border border-line bg-float p-6 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
              wide ? 'max-w-3xl' : 'max-w-lg',
            )}
          >
            <Base.Title className="pr-8 text-lg font-semibold">{title}</Base.Title>
            {description && <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>}
            <div className="mt-5">
              <DialogCloseContext value={finish}>{children}</DialogCloseContext>
            </div>
            <Base.Close
              aria-label="Close"
              className="absolute top-4 right-4 inline-flex size-8 items-center justify-center rounded-sm text-ink-3 hover:bg-wash hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
