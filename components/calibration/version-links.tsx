import Link from 'next/link'
import { Hash } from '@/components/ui/code'
import { Time } from '@/components/ui/time'
import type { ReferenceSetPage } from '@/lib/calibration/queries'
import { toHex } from '@/lib/custody/hex'

/** The versions of a set, newest first, with who entered them and why. */
export function VersionLinks({ page: { set, version: shown } }: { page: ReferenceSetPage }) {
  return (
    <ol aria-label="Versions" className="divide-y divide-line border-y border-line">
      {set.versions.map(({ id, version, note, createdAt, createdBy, relationsSha256 }) => (
        <li key={id} className="figures flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2 text-sm">
          <Link
            href={`/settings/calibration/${set.id}?version=${version}`}
            aria-current={id === shown.id ? 'true' : undefined}
            className="text-link aria-[current]:font-semibold"
          >
            Version {version}
          </Link>
          <span className="min-w-0">{note}</span>
          <span className="text-ink-3">
            {createdBy.name}, <Time at={createdAt} />
          </span>
          <Hash value={toHex(relationsSha256)} />
        </li>
      ))}
    </ol>
  )
}
