/** Which theme the reader chose, as the cookie says it. */
export type Theme = 'system' | 'light' | 'dark'

/** The cookie that the root layout reads, so that the first paint is already right. */
export const themeCookie = 'touchstone-theme'

/** A cookie's value as a theme; anything unknown is the system's. */
export function asTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
