/** Addresses and clients that name nobody: reserved IPv4 (240.0.0.0/4), private AS numbers (RFC 6996), made-up tools. */

import type { Random } from '../random'
import { weighted } from '../random'

export interface Address {
  ip: string
  asn: string
}

const countries: readonly (readonly [string, number, number])[] = [
  ['US', 30, -6],
  ['DE', 9, 1],
  ['GB', 8, 0],
  ['IN', 9, 5.5],
  ['FR', 5, 1],
  ['BR', 5, -3],
  ['JP', 5, 9],
  ['KR', 3, 9],
  ['CA', 4, -5],
  ['NL', 3, 1],
  ['AU', 3, 10],
  ['SG', 4, 8],
  ['PL', 3, 1],
  ['NP', 1, 5.75],
  ['ZA', 2, 2],
  ['MX', 3, -6],
  ['ES', 3, 1],
]

/** Country code and hours ahead of UTC, by rough share of customers. */
export function drawCountry(random: Random): { country: string; offset: number } {
  const [country, , offset] = weighted(
    random,
    countries.map((entry) => [entry, entry[1]] as const),
  )
  return { country, offset }
}

/** An address in /24 number `subnet`; near numbers belong to one network. */
export function addressIn(subnet: number, random: Random): Address {
  const network = Math.floor(subnet / 64)
  return {
    ip: `${240 + (subnet >>> 16)}.${(subnet >>> 8) & 255}.${subnet & 255}.${random.between(2, 254)}`,
    asn: `AS${64512 + (network % 1022)}`,
  }
}

const clients: readonly (readonly [string, number])[] = [
  ['orbit-python/1.52.2', 30],
  ['orbit-python/1.48.0', 12],
  ['orbit-node/4.71.1', 22],
  ['orbit-node/4.60.0', 8],
  ['python-http/2.32', 7],
  ['curl-like/8.9', 3],
  ['orbit-go/0.14.1', 5],
  ['orbit-jvm/0.9.0', 4],
  ['orbit-dotnet/2.1', 4],
  ['chain-of-tools/0.3.12', 6],
  ['gateway-mesh/1.14', 4],
  ['notebook-cell/6.4', 3],
  ['Mozilla/5.0 (synthetic browser)', 9],
]
const platforms = ['linux', 'linux', 'linux', 'macos', 'windows']
const runtimes = ['3.10', '3.11', '3.12', '3.13', '18', '20', '22']

/** A client string as ordinary customers send it: common tools with varying platform and runtime. */
export function drawClient(random: Random): string {
  return `${weighted(random, clients)} (${random.pick(platforms)}; ${random.pick(runtimes)})`
}

/** The client that a campaign's own collector sends when it does not disguise itself. */
export function collectorClient(random: Random): string {
  return `relay-pool/0.9.${random.between(3, 5)} (linux; go1.23)`
}
