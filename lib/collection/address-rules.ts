/** Which network addresses are public: requests go to no other, so that an endpoint never reaches into our own network. */

import { BlockList, isIP } from 'node:net'

const closed = new BlockList()

// IANA special-purpose registries, RFC 6890 and its updates.
const subnets4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
const subnets6 = [
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

for (const [net, bits] of subnets4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of subnets6) closed.addSubnet(net, bits, 'ipv6')

/** True for an address of the public internet; false for loopback, private, link-local and all else, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '')
  const family = isIP(plain)
  if (family === 0) return false
  // An IPv4 address inside IPv6 (::ffff:a.b.c.d) is checked by Node as the IPv4 address that it is.
  return !closed.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}
