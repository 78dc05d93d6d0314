/** Makes the demonstration of a first start: people, terms, and three cases already analysed. Finishes what an interrupted run left. */

import { closeConnections } from '@/lib/platform/connections'
import { seedApprovedCase } from './demonstration/approved-case'
import { seedDraftCase } from './demonstration/draft-case'
import { seedHarvestCase } from './demonstration/harvest-case'
import { seedPeople } from './demonstration/people'
import { seedTerms } from './demonstration/terms'

const people = await seedPeople()
const clauses = await seedTerms(people.legal)
await seedApprovedCase(people, clauses)
await seedDraftCase(people)
await seedHarvestCase(people, clauses)
await closeConnections()
