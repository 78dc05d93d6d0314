/** What the generator knows of one account. */

import type { Random } from '../random'
import type { Application } from './applications'
import type { Address } from './networks'
import type { Role } from './plan'

export const day = 86_400_000
export type ServicePlan = 'free' | 'developer' | 'team' | 'enterprise'

export interface Account {
  index: number
  role: Role
  /** Index of the campaign that runs the account. */
  campaign: number | null
  id: string
  orgId: string | null
  keys: string[]
  users: string[]
  addresses: Address[]
  clients: string[]
  country: string
  /** Hours ahead of UTC. */
  offset: number
  plan: ServicePlan
  paymentRef: string | null
  emailDomain: string
  /** Milliseconds since 1970, as are the bounds of activity. */
  createdAt: number
  from: number
  to: number
  applications: Application[]
  model: string
  /** Expected rows as a multiple of the mean account. */
  weight: number
  /** Chance of text, kept apart from ids and attributes. */
  text: Random
}
