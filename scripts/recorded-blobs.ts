/** Which sealed bytes a database speaks of: originals, datasets, their rejects, results of analyses, and exports. */

import type pg from 'pg'

/** SHA-256 in hex of each, in order, as the transaction of `client` sees them. */
export async function recordedBlobs(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT encode(sha256, 'hex') AS name FROM (
       SELECT sha256 FROM public.blob
       UNION SELECT sha256 FROM public.dataset
       UNION SELECT "rejectsSha256" FROM public.dataset
       UNION SELECT "resultSha256" FROM public.analysis_run
       UNION SELECT sha256 FROM public.export) AS recorded
     WHERE sha256 IS NOT NULL ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}
