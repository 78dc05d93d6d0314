/** Reads what a call holds against its logs: prompt sets, a calendar of releases, a table of accounts. */

import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '@/lib/platform/errors'
import { readReleases } from '@/lib/signals/brought/release-calendar'
import { sha256Of } from '@/lib/signals/ingest/sha256-of'
import { readAccountTable } from '@/lib/signals/references/account-table'
import type { AnalysedReference, Brought, PromptSetInput } from '@/lib/signals/references/analysed-reference'
import { promptSetText, readPromptSet } from '@/lib/signals/references/prompt-set'

export type HeldFiles = { releases?: string; accounts?: string; sets: { name: string; path: string }[] }

/** What `analyseLogs` takes of them. Prompt sets are brought into their form as files of `folder`; hashes of the others are of the files. */
export async function readHeldFiles(
  { releases, accounts, sets }: HeldFiles,
  folder: string,
): Promise<Brought & { references: AnalysedReference[] }> {
  const promptSets: PromptSetInput[] = []
  for (const set of sets) promptSets.push(await readSet(set, join(folder, `prompt-set-${promptSets.length}.jsonl`)))
  const calendar = releases === undefined ? [] : await read(releases, readReleases)
  const facts = accounts === undefined ? [] : await read(accounts, readAccountTable)
  const references = [
    ...(await named('release-calendar', releases, calendar)),
    ...(await named('account-table', accounts, facts)),
  ]
  return { promptSets, releases: calendar, accountFacts: facts, references }
}

async function readSet({ name, path }: { name: string; path: string }, into: string): Promise<PromptSetInput> {
  const set = await read(path, (text) => readPromptSet(text))
  await writeFile(into, promptSetText(set))
  return { name, path: into, sha256: await sha256Of(into), entries: set.prompts.length, hashesOnly: false }
}

/** What `reader` makes of the file; its refusal names the file. */
async function read<T>(path: string, reader: (text: string) => T): Promise<T> {
  const text = await readFile(path, 'utf8')
  try {
    return reader(text)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, `${path}: ${error.publicMessage}`, { cause: error })
  }
}

async function named(
  kind: AnalysedReference['kind'],
  path: string | undefined,
  { length }: unknown[],
): Promise<AnalysedReference[]> {
  return path === undefined ? [] : [{ kind, name: basename(path), sha256: await sha256Of(path), entries: length }]
}
