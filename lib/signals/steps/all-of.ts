/** Waits for pieces of work that run side by side, so that none still runs when the failure of another is heard of. */

/** The results of all, once all have ended: nothing still runs when the failure of one is thrown. */
export async function allOf<T>(work: Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(work)
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}
