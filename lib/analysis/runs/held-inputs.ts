/** Opens what an analysis takes besides its logs. What the store holds under a hash is what was asked for. */

import { readFile } from 'node:fs/promises'
import { blobPath } from '@/lib/platform/storage'
import { readReleases } from '@/lib/signals/brought/release-calendar'
import { mergeAccountFacts, readAccountTable } from '@/lib/signals/references/account-table'
import type { AnalysedReference, Brought, PromptSetInput } from '@/lib/signals/references/analysed-reference'
import type { HeldReference, SignalsRequest } from './run-request'

/** What `analyseLogs` is given; `references` names calendars and account tables, as it names prompt sets itself. */
export type HeldInputs = Required<Brought> & { references: AnalysedReference[] }

/** Reads the reference data and account tables of a request; of two tables the first says what both say. */
export async function heldInputs({ references = [], accountTables = [] }: SignalsRequest): Promise<HeldInputs> {
  const calendars = references.filter(({ kind }) => kind === 'RELEASE_CALENDAR')
  const releases = await Promise.all(calendars.map(async ({ sha256 }) => readReleases(await textOf(sha256))))
  const tables = await Promise.all(accountTables.map(async ({ sha256 }) => readAccountTable(await textOf(sha256))))
  return {
    promptSets: promptSetsOf(references),
    releases: releases.flat(),
    accountFacts: mergeAccountFacts(tables),
    references: [
      ...calendars.map(
        ({ name, sha256, entries }): AnalysedReference => ({
          ...{ kind: 'release-calendar', name, sha256, entries },
        }),
      ),
      ...accountTables.map(
        ({ evidenceName, sha256 }, at): AnalysedReference => ({
          ...{ kind: 'account-table', name: evidenceName, sha256, entries: tables[at]?.length ?? 0 },
        }),
      ),
    ],
  }
}

/** The prompt sets of a request, in the order in which the result numbers them. */
export function promptSetsOf(references: readonly HeldReference[] = []): PromptSetInput[] {
  return references
    .filter(({ kind }) => kind === 'PROMPT_SET')
    .map(({ name, sha256, entries, hashesOnly }) => ({ name, sha256, entries, hashesOnly, path: pathOf(sha256) }))
}

const pathOf = (sha256: string) => blobPath(Buffer.from(sha256, 'hex'))
const textOf = (sha256: string) => readFile(pathOf(sha256), 'utf8')
