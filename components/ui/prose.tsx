import type { ReactNode } from 'react'

/** Paragraphs that are read as a document: serif, 16/26, at most 68 characters a line. */
function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="reading space-y-4 [&_blockquote]:border-l-2 [&_blockquote]:border-line-2 [&_blockquote]:pl-4">
      {children}
    </div>
  )
}

/** Stored plain text as paragraphs: a blank line parts them, single breaks are kept. */
export function ProseText({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <Prose>
      {paragraphs.map((paragraph, at) => (
        <p key={at} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </Prose>
  )
}
