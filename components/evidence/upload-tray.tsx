'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatAmount } from '@/lib/platform/format-number'
import { UploadLine } from './upload-line'
import { anyUnderWay, useUploads } from './upload-list'

/** The uploads of this tab at the bottom of every page, for as long as there are any. */
export function UploadTray() {
  const uploads = useUploads()
  const [open, setOpen] = useState(true)
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (anyUnderWay()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  if (uploads.length === 0) return null
  const left = uploads.filter(({ phase }) => phase !== 'done').length
  const Icon = open ? ChevronDown : ChevronUp
  return (
    <section
      aria-label="Uploads"
      className="fixed inset-x-4 bottom-16 z-30 rounded-md border border-line bg-float shadow-float sm:left-auto sm:w-[26rem] md:bottom-4 print:hidden"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center justify-between px-4 py-2.5 font-semibold"
      >
        <span role="status">{left === 0 ? 'Uploads done' : `${formatAmount(left, 'upload')} under way`}</span>
        <Icon aria-hidden className="size-4 text-ink-3" />
      </button>
      {open && (
        <ul className="max-h-[45vh] divide-y divide-line overflow-y-auto border-t border-line px-4">
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  )
}
