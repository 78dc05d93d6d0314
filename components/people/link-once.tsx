import { CodeBlock } from '@/components/ui/code'
import type { IssuedLink } from '@/lib/people/invitations'

/** A one-time link, shown this once. */
export function LinkOnce({ issued }: { issued: IssuedLink }) {
  return (
    <div className="space-y-3">
      <p>
        {issued.mailed
          ? 'It was mailed to them. You can also hand it over yourself:'
          : 'Mail is not set up, so hand this link over yourself:'}
      </p>
      <CodeBlock>{issued.link}</CodeBlock>
      <p className="text-sm text-ink-3">It works once, within 48 hours, and is shown only now.</p>
    </div>
  )
}
