import Link from 'next/link'
import { addressWith, type SearchParams } from '@/components/table/search-params'

type Props = { names: string[]; chosen: string; path: string; params: SearchParams }

/** Chooses the candidate that the prompts are about. */
export function CandidateLinks({ names, chosen, path, params }: Props) {
  return (
    <nav aria-label="Prompts for" className="flex flex-wrap gap-x-4 gap-y-1">
      {names.map((name) => (
        <Link
          key={name}
          href={addressWith(path, params, { for: name, page: null, prompt: null })}
          scroll={false}
          prefetch={false}
          aria-current={name === chosen ? 'true' : undefined}
          className="text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink hover:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
