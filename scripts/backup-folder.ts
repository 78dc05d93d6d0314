/** A folder is a whole backup when each file has the sum that SHA256SUMS says, and the manifest, written last, has the sum of that. */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { blobFile, blobStore, hashOf } from './blob-files'
import { Refusal } from './refusal'

export type Manifest = {
  touchstone: 'backup'
  format: 1
  /** When the rows were read, ISO 8601. */
  at: string
  /** Head of the record at that moment, N:HASH; null when it was empty. */
  record: string | null
  /** How many blobs are in the backup. */
  blobs: number
  /** SHA-256 of blobs that the database speaks of and the store did not have whole. */
  missing: string[]
  /** SHA-256 of SHA256SUMS. */
  sums: string
}

export const dumpFile = (folder: string): string => join(folder, 'database.jsonl.gz')
const sumsFile = (folder: string): string => join(folder, 'SHA256SUMS')
const manifestFile = (folder: string): string => join(folder, 'manifest.json')

type Content = Pick<Manifest, 'at' | 'record' | 'missing'> & { blobs: string[] }

/** Writes the sums, which `sha256sum -c SHA256SUMS` can check, and then the manifest. Secrets are kept apart and have no sum. */
export async function sealBackup(folder: string, { at, record, missing, blobs }: Content): Promise<void> {
  const dump = dumpFile(folder)
  const lines = [
    `${await hashOf(dump)}  ${relative(folder, dump)}\n`,
    ...blobs.map((name) => `${name}  ${relative(folder, blobFile(blobStore(folder), name))}\n`),
  ]
  const text = lines.join('')
  await writeFile(sumsFile(folder), text, { mode: 0o600 })
  const sums = sumOf(text)
  const manifest: Manifest = { touchstone: 'backup', format: 1, at, record, blobs: blobs.length, missing, sums }
  await writeFile(`${manifestFile(folder)}.new`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  await rename(`${manifestFile(folder)}.new`, manifestFile(folder))
}

/**
 * Reads every byte of a backup and gives its manifest and the names of its blobs. Throws a Refusal when it is none, is too new, or
 * when a file is missing or is not what was written; that one is named.
 */
export async function checkBackup(folder: string): Promise<{ manifest: Manifest; blobs: string[] }> {
  const manifest = await readManifest(folder)
  const text = existsSync(sumsFile(folder)) ? await readFile(sumsFile(folder), 'utf8') : ''
  if (sumOf(text) !== manifest.sums) throw notWhole(folder, ['SHA256SUMS was cut or altered'])
  const entries = text.split('\n').flatMap((line) => {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    return sum && path ? [{ sum, path }] : []
  })
  const faults: string[] = []
  for (const { sum, path } of entries) {
    if (!existsSync(join(folder, path))) faults.push(`${path} is missing`)
    else if ((await hashOf(join(folder, path))) !== sum) faults.push(`${path} was cut or altered`)
  }
  if (faults.length > 0) throw notWhole(folder, faults)
  return { manifest, blobs: entries.filter(({ path }) => path.startsWith('blobs/')).map(({ sum }) => sum) }
}

async function readManifest(folder: string): Promise<Manifest> {
  if (!existsSync(manifestFile(folder)))
    throw new Refusal(`${folder} holds no whole backup: its manifest.json is missing. Nothing was restored.`)
  const manifest = parsed(await readFile(manifestFile(folder), 'utf8'))
  if (manifest === null) throw notWhole(folder, ['manifest.json was cut or altered'])
  if (manifest.touchstone !== 'backup') throw new Refusal(`${folder} is not a backup of Touchstone.`)
  if (manifest.format !== 1)
    throw new Refusal(`${folder} was written by a newer version of Touchstone. Restore it with that version.`)
  return manifest as Manifest
}

function parsed(text: string): Partial<Record<keyof Manifest, unknown>> | null {
  try {
    return Object(JSON.parse(text))
  } catch {
    return null
  }
}

const shown = 5

function notWhole(folder: string, faults: string[]): Refusal {
  const more = faults.length > shown ? `; and ${faults.length - shown} more` : ''
  return new Refusal(
    `The backup in ${folder} is not as it was written, so nothing was restored; take another copy of it. ${faults.slice(0, shown).join('; ')}${more}.`,
  )
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')
