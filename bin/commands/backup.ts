/** `backup DIR`: database, blobs and secrets of this installation, consistent as of one moment, while it runs or not. */

import { existsSync, readdirSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import type { Command } from '@/bin/command'
import { dumpFile, sealBackup } from '@/scripts/backup-folder'
import { blobStore, copyBlob } from '@/scripts/blob-files'
import { makeFolder } from '@/scripts/data-folder'
import { dumpDatabase } from '@/scripts/dump'
import { isEmptyDatabase } from '@/scripts/empty-database'
import { type Installation, withInstallation } from '@/scripts/installation'
import { recordedBlobs } from '@/scripts/recorded-blobs'
import { Refusal } from '@/scripts/refusal'
import { secretsFolder } from '@/scripts/secrets'

const usage = `Usage: touchstone backup DIR

Writes a backup into DIR, which must be new or empty. Touchstone may run meanwhile.

  DIR/database.jsonl.gz   every row, as of one moment; any PostgreSQL can take it back
  DIR/blobs/              sealed evidence, datasets and exports, each under its SHA-256
  DIR/secrets/            keys of sessions and the demonstration's passwords: keep them apart from the rest
  DIR/SHA256SUMS          the sum of each of these but the secrets, for \`sha256sum -c SHA256SUMS\`
  DIR/manifest.json       what it is; written last, so a backup without it is not whole

Unfinished uploads are not part of it.

Exit status: 0 done · 1 not done, or the store lacked blobs, which are named · 2 wrong call`

export const backup: Command = {
  name: 'backup',
  summary: 'write database, blobs and secrets into a folder',
  usage,
  run,
}

/** The secrets that mean something in another installation. Passwords of the database are made anew there. */
export const keptSecrets = ['session', 'server-actions']
export const keptNotes = ['demo-accounts.json', 'demonstration.json']

async function run(args: string[]): Promise<number> {
  const [dir] = args
  if (!dir || args.length > 1 || dir.startsWith('-')) {
    process.stderr.write('`backup` takes one folder: touchstone backup DIR\n')
    return 2
  }
  const folder = resolve(dir)
  openTarget(folder)
  return withInstallation((installation) => write(installation, folder))
}

function openTarget(folder: string): void {
  let found: string[]
  try {
    makeFolder(folder, 0o700)
    found = readdirSync(folder)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw cause
    throw new Refusal(`${folder} cannot be made. Name a folder in a place that exists and is yours.`, { cause })
  }
  if (found.length > 0)
    throw new Refusal(`${folder} is not empty. A backup is never written over anything: name a new folder.`)
}

async function write({ ownerUrl, home }: Installation, folder: string): Promise<number> {
  if (await isEmptyDatabase(ownerUrl))
    throw new Refusal(`The installation in ${home} holds nothing yet. Name the right one with TOUCHSTONE_HOME.`)
  let record: string | null = null
  let names: string[] = []
  // Rows first: whatever they speak of is in the store already.
  const { at } = await dumpDatabase(ownerUrl, dumpFile(folder), async (client) => {
    record = await headOfRecord(client)
    names = await recordedBlobs(client)
  })
  const missing: string[] = []
  for (const name of names) if (!(await copyBlob(blobStore(home), blobStore(folder), name))) missing.push(name)
  await copySecrets(home, join(folder, 'secrets'))
  const blobs = names.filter((name) => !missing.includes(name))
  await sealBackup(folder, { at, record, missing, blobs })
  process.stdout.write(
    `The backup of ${at} is in ${folder}: the database and ${blobs.length} blobs. Keep its secrets folder apart.\nhead: ${record}\n`,
  )
  for (const name of missing) process.stderr.write(`${name} is not in the backup: the store does not have it whole\n`)
  return missing.length === 0 ? 0 : 1
}

async function headOfRecord(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ head: string }>(
    `SELECT seq || ':' || encode(hash, 'hex') AS head FROM public.event ORDER BY seq DESC LIMIT 1`,
  )
  return rows[0]?.head ?? null
}

async function copySecrets(home: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const copy = async (from: string, name: string) => {
    if (existsSync(join(from, name))) await copyFile(join(from, name), join(folder, name))
  }
  for (const name of keptSecrets) await copy(secretsFolder(home), name)
  for (const name of keptNotes) await copy(home, name)
}
