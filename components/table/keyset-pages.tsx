import { ChevronLeft, ChevronRight } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'

type Props = {
  /** Address of the page before, or null at the start. */
  previousHref: string | null
  /** Address of the page after, or null at the end. */
  nextHref: string | null
}

/** Previous and next of a list that is paged by key; nothing when everything is on this page. */
export function KeysetPages({ previousHref, nextHref }: Props) {
  if (!previousHref && !nextHref) return null
  return (
    <nav aria-label="Pages" className="flex justify-between gap-4">
      <LinkButton
        href={previousHref ?? ''}
        size="sm"
        icon={<ChevronLeft aria-hidden className="size-4" />}
        whyNot={previousHref ? null : 'This is the first page.'}
      >
        Previous
      </LinkButton>
      <LinkButton href={nextHref ?? ''} size="sm" whyNot={nextHref ? null : 'This is the last page.'}>
        Next
        <ChevronRight aria-hidden className="size-4" />
      </LinkButton>
    </nav>
  )
}
