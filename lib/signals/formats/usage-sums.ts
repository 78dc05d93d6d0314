/** What reports of sums have in common: a row is the sum over a span of time, and `extra.sum` says how much it covers. */

/** The name in `extra` under which a row of sums has `{"requests": n or null, "until": epoch milliseconds or null}`. */
export const sumName = 'sum'

/** SQL of that object. `requests` is a number or null, `until` a time as `time` gives it. */
export const sumSql = (requests: string, until: string): string =>
  `concat('{"requests":', ifNull(toString(${requests}), 'null'), ',"until":', ifNull(toString(toUnixTimestamp64Milli(${until})), 'null'), '}')`
