import type { ReactNode } from 'react'

/** A long part that stays folded until somebody asks for it; `label` says what is inside. */
export function Fold({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details>
      <summary className="w-fit cursor-pointer text-ink-2 hover:text-ink">{label}</summary>
      <div className="mt-4 space-y-4">{children}</div>
    </details>
  )
}
