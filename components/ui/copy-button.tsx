'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { copyText } from './copy-text'

/** Copies `value` whole. `label` says what, e.g. "Copy SHA-256". The answer is spoken and shown for two seconds. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await copyText(value))) return
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const Icon = copied ? Check : Copy
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={label}
      title={label}
      className="relative z-10 inline-flex size-6 items-center justify-center rounded-xs text-ink-3 hover:bg-wash hover:text-ink"
    >
      <Icon aria-hidden className="size-3.5" />
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </button>
  )
}
