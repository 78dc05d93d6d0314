/** Sorts datasets by what one of their rows is, so that a sum or an event is never counted as a request. */

import type { RowMeaning } from './formats/log-format'
import { logFormats } from './formats/recognise-format'

/** Paths of canonical Parquet files by what their rows are. */
export type PathsByMeaning = { paths: string[]; sums: string[]; events: string[] }

/** What a row of a dataset of this format is; of a format that is not ours, a request. */
export const meaningOf = (format: string): RowMeaning => logFormats.find(({ id }) => id === format)?.rows ?? 'requests'

/** The files of single requests (`paths`), of sums and of events, each in the given order. */
export function byMeaning(datasets: readonly { path: string; format: string }[]): PathsByMeaning {
  const of = (meaning: RowMeaning) =>
    datasets.filter(({ format }) => meaningOf(format) === meaning).map(({ path }) => path)
  return { paths: of('requests'), sums: of('sums'), events: of('events') }
}
