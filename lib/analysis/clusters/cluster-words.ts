/** Clusters in words: what links their accounts, by kind. Pure and isomorphic. */

import { formatAmount } from '@/lib/platform/format-number'
import type { AccountCluster } from '@/lib/signals/log-analysis'

const attributeNouns: Record<string, [string, string]> = {
  payment_ref: ['payment reference', 'payment references'],
  ip_prefix: ['network', 'networks'],
  client: ['client', 'clients'],
  email_domain: ['e-mail domain', 'e-mail domains'],
  template: ['prompt template', 'prompt templates'],
  text_network: ['group that sends the same rare sentences', 'groups that send the same rare sentences'],
  sentence: ['rare sentence', 'rare sentences'],
  signup_minute: ['minute of sign-up', 'minutes of sign-up'],
}

/** What one attribute is called: "payment reference". */
export function attributeName(attribute: string): string {
  return attributeNouns[attribute]?.[0] ?? attribute.replaceAll('_', ' ')
}

/** "45 accounts, linked by 7 payment references and 3 prompt templates." */
export function clusterSentence({ accounts, links }: Pick<AccountCluster, 'accounts' | 'links'>): string {
  const byAttribute = new Map<string, number>()
  for (const { attribute } of links) byAttribute.set(attribute, (byAttribute.get(attribute) ?? 0) + 1)
  const parts = [...byAttribute]
    .sort((a, b) => b[1] - a[1])
    .map(([name, n]) => formatAmount(n, ...(attributeNouns[name] ?? [`value of ${name}`, `values of ${name}`])))
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0]
  return `${formatAmount(accounts.length, 'account')}, linked by ${list ?? 'no listed attribute'}.`
}

/** The short name of a cluster: its id without the word. */
export function clusterName(id: string): string {
  return id.replace(/^cluster-/, '')
}
