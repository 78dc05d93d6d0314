import { addressWith, type SearchParams } from '@/components/table/search-params'
import { LinkButton } from '@/components/ui/link-button'

type Props = { path: string; params: SearchParams; nextCursor: string | null; isFirst: boolean }

/** On to the next rows, or back to the first. */
export function ExplorerPages({ path, params, nextCursor, isFirst }: Props) {
  if (isFirst && !nextCursor) return null
  const at = (after: string | null) => addressWith(path, params, { after, row: null })
  return (
    <nav aria-label="Pages" className="flex justify-between gap-4">
      <LinkButton href={at(null)} size="sm" whyNot={isFirst ? 'This is the first page.' : null}>
        First page
      </LinkButton>
      <LinkButton href={at(nextCursor)} size="sm" whyNot={nextCursor ? null : 'This is the last page.'}>
        Next
      </LinkButton>
    </nav>
  )
}
