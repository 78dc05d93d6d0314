import { addressWith, placeParams, type SearchParams } from '@/components/table/search-params'
import { LinkButton } from '@/components/ui/link-button'

type Props = {
  path: string
  params: SearchParams
  nextCursor: string | null
  previousCursor: string | null
}

/** On to the next rows, back to those before, or to the first; nothing when everything is on this page. */
export function ExplorerPages({ path, params, nextCursor, previousCursor }: Props) {
  if (!previousCursor && !nextCursor) return null
  const at = (place: Record<string, string | null>) =>
    addressWith(path, params, { ...placeParams, ...place, row: null })
  const isFirst = previousCursor ? null : 'This is the first page.'
  return (
    <nav aria-label="Pages" className="flex flex-wrap justify-between gap-4">
      <span className="flex gap-2">
        <LinkButton href={at({ before: previousCursor })} size="sm" whyNot={isFirst}>
          Previous
        </LinkButton>
        <LinkButton href={at({})} size="sm" whyNot={isFirst}>
          First page
        </LinkButton>
      </span>
      <LinkButton href={at({ after: nextCursor })} size="sm" whyNot={nextCursor ? null : 'This is the last page.'}>
        Next
      </LinkButton>
    </nav>
  )
}
