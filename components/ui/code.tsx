import type { ReactNode } from 'react'
import { shortHash } from '@/lib/platform/format-number'
import { CopyButton } from './copy-button'

/** An id, path or value as the machine writes it, within a sentence or a cell. */
export function Code({ children }: { children: ReactNode }) {
  return <code className="font-mono text-[0.92em] [unicode-bidi:isolate] wrap-anywhere">{children}</code>
}

/** Several lines as the machine writes them; scrolls sideways rather than wraps. */
export function CodeBlock({ children, copy }: { children: string; copy?: string }) {
  return (
    <div className="relative border-l-2 border-line-2 bg-wash">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto px-4 py-3 pr-10 font-mono text-sm">
        {children}
      </pre>
      <div className="absolute top-2 right-2 bg-wash">
        <CopyButton value={copy ?? children} label="Copy" />
      </div>
    </div>
  )
}

/** A hash: its start for the eye, the whole on hover, and a button that copies the whole. */
export function Hash({ value, length = 12, label = 'SHA-256' }: { value: string; length?: number; label?: string }) {
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap">
      <code className="font-mono text-sm" title={`${label} ${value}`}>
        {shortHash(value, length)}
        {value.length > length && <span aria-hidden>…</span>}
      </code>
      <CopyButton value={value} label={`Copy ${label} ${shortHash(value, 8)}`} />
    </span>
  )
}

/** All digits of a SHA-256, for comparing by eye with what somebody else wrote down; broken where it is narrow. */
export function WholeHash({ value }: { value: string }) {
  return (
    <span className="flex items-start gap-1">
      <span className="break-all">
        <Code>{value}</Code>
      </span>
      <CopyButton value={value} label="Copy SHA-256" />
    </span>
  )
}
