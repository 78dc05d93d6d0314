'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTransition } from 'react'
import type { FormAction } from '@/lib/platform/action-result'
import type { Offer } from '@/lib/platform/offer'
import { classNames } from './class-names'
import type { DialogContent } from './dialog-frame'
import { floatingItemClass } from './floating'
import { useToast } from './toast'

/** One of href, action or dialog; with a sentence in `whyNot` it shows that and does nothing. */
export type MenuItem = {
  label: string
  icon?: ReactNode
  tone?: 'danger'
  whyNot?: Offer
  href?: string
  /** The href is a file. */
  download?: boolean
  action?: FormAction
  /** What the action gets. */
  fields?: Record<string, string>
  dialog?: DialogContent
}

function formData(fields: Record<string, string> = {}): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

/** One line of a menu. A refused action says so in a toast, because the menu has closed by then. */
export function MenuEntry({ item, showDialog }: { item: MenuItem; showDialog: (content: DialogContent) => void }) {
  const [, startTransition] = useTransition()
  const toast = useToast()
  const look = classNames(floatingItemClass, item.tone === 'danger' && 'text-bad')
  const words = (
    <>
      {item.icon}
      {item.label}
    </>
  )
  if (item.whyNot) return <HeldEntry look={look} words={words} reason={item.whyNot} />
  if (item.href)
    return (
      <Base.LinkItem
        className={look}
        closeOnClick
        render={<Link href={item.href} prefetch={item.download ? false : undefined} download={item.download} />}
      >
        {words}
      </Base.LinkItem>
    )
  const choose = () => {
    if (item.dialog) return showDialog(item.dialog)
    startTransition(async () => {
      const result = await item.action?.(formData(item.fields))
      if (result && !result.ok) toast({ tone: 'bad', title: result.message })
    })
  }
  return (
    <Base.Item className={look} onClick={choose}>
      {words}
    </Base.Item>
  )
}

function HeldEntry({ look, words, reason }: { look: string; words: ReactNode; reason: string }) {
  return (
    <Base.Item aria-disabled closeOnClick={false} className={classNames(look, 'flex-col items-start gap-0 text-ink-3')}>
      <span className="flex items-center gap-2">{words}</span>
      <span className="text-sm text-ink-3">{reason}</span>
    </Base.Item>
  )
}
