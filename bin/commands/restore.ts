/** `restore DIR`: brings a backup back into this installation and proves that it is whole. */

import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from '@/bin/command'
import { blobFile, blobNames, blobStore, copyBlob, hashOf } from '@/scripts/blob-files'
import { emptyDatabase, isEmptyDatabase } from '@/scripts/empty-database'
import { aloneWithInstallation, type Installation } from '@/scripts/installation'
import { checkDump, loadDatabase } from '@/scripts/load'
import { Refusal } from '@/scripts/refusal'
import { secretsFolder } from '@/scripts/secrets'
import { withClient } from '@/scripts/throwaway-database'
import { keptNotes, keptSecrets } from './backup'
import { recordVerify } from './record-verify'

const usage = `Usage: touchstone restore DIR [--overwrite]

Brings the backup in DIR into this installation's data folder (TOUCHSTONE_HOME) or, with DATABASE_URL, into that database.
Touchstone must be stopped. It ends by walking the record and hashing every blob again.

  --overwrite   replace what the installation holds; without it, one that is not empty is left alone

Exit status: 0 restored and whole · 1 not restored, or not whole · 2 wrong call`

export const restore: Command = {
  name: 'restore',
  summary: 'bring a backup back and check that it is whole',
  usage,
  run,
}

async function run(args: string[]): Promise<number> {
  const overwrite = args.includes('--overwrite')
  const rest = args.filter((arg) => arg !== '--overwrite')
  const [dir] = rest
  if (!dir || rest.length > 1 || dir.startsWith('-')) {
    process.stderr.write('`restore` takes one folder: touchstone restore DIR [--overwrite]\n')
    return 2
  }
  const folder = resolve(dir)
  checkManifest(folder)
  return aloneWithInstallation((installation) => bringBack(installation, { folder, overwrite }))
}

function checkManifest(folder: string): void {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) throw new Refusal(`${folder} holds no whole backup: its manifest.json is missing.`)
  const { touchstone, format } = JSON.parse(readFileSync(file, 'utf8')) as { touchstone?: string; format?: number }
  if (touchstone !== 'backup') throw new Refusal(`${folder} is not a backup of Touchstone.`)
  if (format !== 1)
    throw new Refusal(`${folder} was written by a newer version of Touchstone. Restore it with that version.`)
}

async function bringBack(
  installation: Installation,
  { folder, overwrite }: { folder: string; overwrite: boolean },
): Promise<number> {
  const { home, ownerUrl, appUrl } = installation
  if (!overwrite && !(await isEmptyDatabase(ownerUrl))) {
    throw new Refusal(
      `This installation (${home}) is not empty. Choose another data folder with TOUCHSTONE_HOME, or add --overwrite.`,
    )
  }
  await checkDump(join(folder, 'database.jsonl.gz'))
  const damaged = await copyBlobs(blobStore(folder), blobStore(home))
  await emptyDatabase(ownerUrl)
  const head = await loadDatabase({
    ownerUrl,
    appUrl: appUrl === ownerUrl ? undefined : appUrl,
    file: join(folder, 'database.jsonl.gz'),
  })
  await bringSecrets(join(folder, 'secrets'), home)
  process.stdout.write(`Restored the state of ${head.at}.\n`)
  const record = await recordVerify.run([])
  const faults = [
    ...damaged.map((name) => `${name} is damaged in the backup`),
    ...(await faultsOfBlobs(home, ownerUrl)),
  ]
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length === 0) process.stdout.write('blobs: every one is there and has its hash\n')
  return record === 0 && faults.length === 0 ? 0 : 1
}

async function copyBlobs(from: string, to: string): Promise<string[]> {
  const damaged: string[] = []
  for (const name of await blobNames(from)) {
    if ((await copyBlob(from, to, name)) === 'damaged') damaged.push(name)
  }
  return damaged
}

async function bringSecrets(from: string, home: string): Promise<void> {
  await mkdir(secretsFolder(home), { recursive: true, mode: 0o700 })
  const copy = async (name: string, to: string) => {
    if (existsSync(join(from, name))) await copyFile(join(from, name), join(to, name))
  }
  for (const name of keptSecrets) await copy(name, secretsFolder(home))
  for (const name of keptNotes) await copy(name, home)
}

/** Every blob that the database speaks of, hashed again from its first byte. */
async function faultsOfBlobs(home: string, ownerUrl: string): Promise<string[]> {
  const rows = await withClient(ownerUrl, async (client) => {
    const found = await client.query<{ name: string }>(`SELECT encode(sha256, 'hex') AS name FROM blob ORDER BY 1`)
    return found.rows
  })
  const faults: string[] = []
  for (const { name } of rows) {
    const path = blobFile(blobStore(home), name)
    if (!existsSync(path)) faults.push(`${name} is missing from the store`)
    else if ((await hashOf(path)) !== name) faults.push(`${name} is damaged in the store`)
  }
  return faults
}
