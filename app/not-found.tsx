import type { Metadata } from 'next'
import { PlainPage } from '@/components/layout/plain-page'
import { LinkButton } from '@/components/ui/link-button'

export const metadata: Metadata = { title: 'Not found' }

/** What does not exist and what is not open to the reader look the same. */
export default function NotFound() {
  return (
    <PlainPage
      title="There is nothing at this address"
      lead="It may have moved, or it is not open to you. If someone sent you the link, ask them to add you to the case."
    >
      <div>
        <LinkButton href="/cases" tone="primary">
          Go to the cases
        </LinkButton>
      </div>
    </PlainPage>
  )
}
