/** What is wrong with one control, at its place; nothing when all is well. */
export function ErrorLine({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="text-sm font-medium text-bad">
      {error}
    </p>
  )
}

/** The ids of a control's hint and error, for `aria-describedby`; undefined when it has neither. */
export function describedBy(id: string, { hint, error }: { hint: unknown; error: string | undefined }) {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}
