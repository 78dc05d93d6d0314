/** SQL of the network that an address belongs to. */

/** First and last address of each range that a gateway or carrier hands out, so that it says nothing about a place. */
const handedOut = [
  ['::ffff:10.0.0.0', '::ffff:10.255.255.255'],
  ['::ffff:172.16.0.0', '::ffff:172.31.255.255'],
  ['::ffff:192.168.0.0', '::ffff:192.168.255.255'],
  ['::ffff:100.64.0.0', '::ffff:100.127.255.255'],
  ['::ffff:127.0.0.0', '::ffff:127.255.255.255'],
  ['::ffff:169.254.0.0', '::ffff:169.254.255.255'],
  ['::1', '::1'],
  ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
] as const

/**
 * UInt64 that is equal for addresses of one network: /24 of IPv4, /48 of IPv6. A text that is no address (a pseudonym) is a
 * network of its own; 0 for none, and for addresses of RFC 1918, RFC 6598, RFC 4193, loopback and link-local.
 */
export function networkHash(ip: string): string {
  const six = `toIPv6OrDefault(ifNull(${ip}, ''))`
  const bits = `if(${between(six, '::ffff:0.0.0.0', '::ffff:255.255.255.255')}, 120, 48)`
  const network = `cityHash64(tupleElement(IPv6CIDRToRange(${six}, ${bits}), 1))`
  const nowhere = handedOut.map(([first, last]) => between(six, first, last)).join(' OR ')
  return `multiIf(ifNull(${ip}, '') = '', toUInt64(0), ${six} = toIPv6('::'), cityHash64(assumeNotNull(${ip})),
    ${nowhere}, toUInt64(0), ${network})`
}

const between = (six: string, first: string, last: string) =>
  `(${six} BETWEEN toIPv6('${first}') AND toIPv6('${last}'))`
