/** `restore DIR`: brings a backup back into this installation and proves that it is whole. */

import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from '@/bin/command'
import { checkBackup, dumpFile, type Manifest } from '@/scripts/backup-folder'
import { blobFile, blobStore, copyBlob, hashOf } from '@/scripts/blob-files'
import { keepDump } from '@/scripts/database'
import { emptyDatabase, isEmptyDatabase } from '@/scripts/empty-database'
import { aloneWithInstallation, type Installation } from '@/scripts/installation'
import { checkDump, loadDatabase } from '@/scripts/load'
import { recordedBlobs } from '@/scripts/recorded-blobs'
import { Refusal } from '@/scripts/refusal'
import { secretsFolder } from '@/scripts/secrets'
import { withClient } from '@/scripts/throwaway-database'
import { keptNotes, keptSecrets } from './backup'
import { recordVerify } from './record-verify'

const usage = `Usage: touchstone restore DIR [--overwrite]

Brings the backup in DIR into this installation's data folder (TOUCHSTONE_HOME) or, with DATABASE_URL, into that database.
Touchstone must be stopped. It reads the whole backup first: one that was cut or altered is refused, and nothing is made or
changed. It ends by walking the record and hashing every blob again.

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
  // All of the backup is looked at before anything of the installation is made or touched.
  const checked = await checkBackup(folder)
  await checkDump(dumpFile(folder))
  return aloneWithInstallation((installation) => bringBack(installation, { folder, overwrite, ...checked }))
}

type Source = { folder: string; overwrite: boolean; manifest: Manifest; blobs: string[] }

async function bringBack(installation: Installation, { folder, overwrite, manifest, blobs }: Source): Promise<number> {
  const { home, ownerUrl, appUrl } = installation
  await makeRoom(installation, overwrite)
  // One that has changed since it was checked is not copied, and is named at the end.
  for (const name of blobs) await copyBlob(blobStore(folder), blobStore(home), name)
  await emptyDatabase(ownerUrl)
  await loadDatabase({ ownerUrl, appUrl: appUrl === ownerUrl ? undefined : appUrl, file: dumpFile(folder) })
  await bringSecrets(join(folder, 'secrets'), home)
  process.stdout.write(`Restored the state of ${manifest.at}.\n`)
  const record = await recordVerify.run(manifest.record === null ? [] : ['--expect', manifest.record])
  const faults = await faultsOfBlobs(home, ownerUrl)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length === 0) process.stdout.write('blobs: every one is there and has its hash\n')
  return record === 0 && faults.length === 0 ? 0 : 1
}

/** Refuses an installation that holds something, or keeps a dump of the database that is about to be replaced. */
async function makeRoom({ home, ownerUrl }: Installation, overwrite: boolean): Promise<void> {
  if (await isEmptyDatabase(ownerUrl)) return
  if (!overwrite)
    throw new Refusal(
      `This installation (${home}) is not empty. Choose another data folder with TOUCHSTONE_HOME, or add --overwrite.`,
    )
  const file = await keepDump(ownerUrl, home, 'before-restore')
  process.stdout.write(`The database that was here is kept in ${file}.\n`)
}

async function bringSecrets(from: string, home: string): Promise<void> {
  await mkdir(secretsFolder(home), { recursive: true, mode: 0o700 })
  const copy = async (name: string, to: string) => {
    if (!existsSync(join(from, name))) return
    await copyFile(join(from, name), join(to, name))
    // A copy of the backup may have come by way of a disk that knows no such rights.
    await chmod(join(to, name), 0o600)
  }
  for (const name of keptSecrets) await copy(name, secretsFolder(home))
  for (const name of keptNotes) await copy(name, home)
}

/** Every blob that the database speaks of, hashed again from its first byte. */
async function faultsOfBlobs(home: string, ownerUrl: string): Promise<string[]> {
  const faults: string[] = []
  for (const name of await withClient(ownerUrl, recordedBlobs)) {
    const path = blobFile(blobStore(home), name)
    if (!existsSync(path)) faults.push(`${name} is missing from the store`)
    else if ((await hashOf(path)) !== name) faults.push(`${name} is damaged in the store`)
  }
  return faults
}
