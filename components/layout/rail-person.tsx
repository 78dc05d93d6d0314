import type { ReactNode } from 'react'

type Props = {
  name: string
  /** The role, in a word. */
  detail: string
  /** Theme, sign-out: usually a `Menu`. */
  menu?: ReactNode
}

/** Who is signed in, at the foot of the rail; on a small screen only the menu. */
export function RailPerson({ name, detail, menu }: Props) {
  return (
    <div className="flex items-center gap-2 md:border-t md:border-line md:px-2 md:pt-3">
      <div className="hidden min-w-0 flex-1 md:block">
        <p className="truncate font-medium" title={name}>
          {name}
        </p>
        <p className="truncate text-sm text-ink-3">{detail}</p>
      </div>
      {menu}
    </div>
  )
}
