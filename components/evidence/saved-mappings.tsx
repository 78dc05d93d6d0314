import { LinkButton } from '@/components/ui/link-button'

type Props = { saved: { id: string; name: string; version: number }[]; path: string; chosen: string | null }

/** The mappings that other logs were read by, to begin with one of them instead of the guess. */
export function SavedMappings({ saved, path, chosen }: Props) {
  if (saved.length === 0) return null
  return (
    <nav aria-label="Begin with" className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">Begin with</span>
      <LinkButton size="sm" href={path} tone={chosen ? 'secondary' : 'primary'}>
        The guess
      </LinkButton>
      {saved.slice(0, 12).map(({ id, name, version }) => (
        <LinkButton key={id} size="sm" href={`${path}?start=${id}`} tone={chosen === id ? 'primary' : 'secondary'}>
          {`${name}, version ${version}`}
        </LinkButton>
      ))}
    </nav>
  )
}
