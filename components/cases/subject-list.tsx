import { TextLink } from '@/components/ui/text-link'
import type { CaseSubject } from '@/lib/cases/queries'
import { formatAmount } from '@/lib/platform/format-number'

/** The suspected violators, each with its accounts and models. */
export function SubjectList({ subjects, base }: { subjects: CaseSubject[]; base: string }) {
  if (subjects.length === 0)
    return <p className="text-ink-3">No subject yet: the organisation or person that is suspected.</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {subjects.map(({ id, name, kind, models, note, _count }) => (
        <li key={id} className="space-y-1 py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <TextLink href={`${base}/subjects/${id}`}>{name}</TextLink>
            <span className="text-sm text-ink-3">{kind === 'PERSON' ? 'person' : 'organisation'}</span>
            <span className="figures ml-auto text-sm text-ink-2">{formatAmount(_count.accounts, 'account')}</span>
          </p>
          {models.length > 0 && <p className="text-sm text-ink-2">Suspected models: {models.join(', ')}</p>}
          {note && <p className="text-ink-2">{note}</p>}
        </li>
      ))}
    </ul>
  )
}
