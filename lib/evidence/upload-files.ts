/** Where the bytes of an upload lie until they are sealed: one file per upload, named by its server-made id. */

import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/platform/env'

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const uploadFolder = () => join(env.home, 'uploads')

/** The file of an upload. Throws for anything that is not an id of ours, so that no address reaches another path. */
export function uploadPath(uploadId: string): string {
  if (!idPattern.test(uploadId)) throw new TypeError('That is not the id of an upload.')
  return join(uploadFolder(), uploadId)
}

/** Makes the folder, readable by nobody else. */
export async function makeUploadFolder(): Promise<void> {
  await mkdir(uploadFolder(), { recursive: true, mode: 0o700 })
}

/** How many bytes have arrived; null when there is no file. */
export async function receivedBytes(uploadId: string): Promise<number | null> {
  return stat(uploadPath(uploadId)).then(
    ({ size }) => size,
    () => null,
  )
}

/** Removes the bytes and the protocol's note about them. */
export async function removeUploadFiles(uploadId: string): Promise<void> {
  await rm(uploadPath(uploadId), { force: true })
  await rm(`${uploadPath(uploadId)}.json`, { force: true })
}

/** The ids of which files lie in the folder. */
export async function uploadsOnDisk(): Promise<string[]> {
  const names = await readdir(uploadFolder()).catch(() => [])
  return [...new Set(names.map((name) => name.replace(/\.json$/, '')))].filter((name) => idPattern.test(name))
}
