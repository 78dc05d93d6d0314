/** How a host is written in the allow-list and read from an address: `name`, or `name:port` where the port is not the usual one. */

/** The host of an address, in small letters; null when it is no address by http or https. */
export function hostOf(address: string): string | null {
  try {
    const { protocol, host } = new URL(address)
    return (protocol === 'https:' || protocol === 'http:') && host !== '' ? host.toLowerCase() : null
  } catch {
    return null
  }
}

/** The host that a person wrote, as the list keeps it; null when it is none. */
export function plainHost(written: string): string | null {
  const trimmed = written.trim()
  const host = hostOf(trimmed.includes('://') ? trimmed : `https://${trimmed}`)
  return host !== null && !/[*\s]/.test(host) ? host : null
}
