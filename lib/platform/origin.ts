/** Where a request was made: by our own pages, or by another site that makes use of the cookie. */

/** Whether the browser names another origin than the one that is asked, an opaque one (`null`) among them. No name at all is no browser. */
export function isFromElsewhere({ headers }: Pick<Request, 'headers'>): boolean {
  const origin = headers.get('origin')
  if (!origin) return false
  return !URL.canParse(origin) || new URL(origin).host !== headers.get('host')
}
