import { BlockList, isIP } from 'node:net'

/**
 * Addresses that are not on the public internet (IANA's special-purpose registries, RFC 6890): this host, private and
 * shared networks, link-local with the clouds' metadata services, benchmarks, documentation, multicast.
 */
const inner = new BlockList()
for (const [network, prefix] of [
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
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(network, prefix, 'ipv4')

/** Of IPv6 only what is global unicast and stands for itself is let through. */
const outer6 = new BlockList()
outer6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23], // Teredo and other protocols
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4 carries an IPv4 address
  ['3fff::', 20], // documentation
] as const)
  inner.addSubnet(network, prefix, 'ipv6')

/** Whether an address is on the public internet. Of IPv4 written as IPv6, what it stands for decides. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inner.check(address, 'ipv4')
  if (family !== 6) return false
  const mapped = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPublicAddress(mapped)
  return outer6.check(address, 'ipv6') && !inner.check(address, 'ipv6')
}
