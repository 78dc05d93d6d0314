/** Class names joined by a blank; false, null and undefined leave nothing behind. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
