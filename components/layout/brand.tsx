import Link from 'next/link'

/** The product's mark (a streak on a stone) and name. */
export function Brand({ compact = false }: { compact?: boolean }) {
  return (
    <Link href="/" className="inline-flex items-center gap-2 text-ink">
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 text-accent">
        <path d="M6.2 3.5h9.6l5.2 6.3-2.6 9.4-7.6 2.3-7.3-5L3 9z" fill="currentColor" />
        <path d="M7.5 15.4 16.6 8" stroke="var(--color-on-accent)" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      <span
        className={
          compact ? 'sr-only font-serif md:not-sr-only md:text-lg md:font-semibold' : 'font-serif text-lg font-semibold'
        }
      >
        Touchstone
      </span>
    </Link>
  )
}
