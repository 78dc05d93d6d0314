/** SQL that turns text into the canonical types; what is not understood becomes null. */

/** A type for JSONExtract that reads the named fields as text. */
export const textFields = (names: readonly string[]): string =>
  `Tuple(${names.map((name) => `\`${name}\` Nullable(String)`).join(', ')})`

/** The fields of a JSON object in text, as a named tuple; all null when the text is not an object. */
export const fieldsOf = (json: string, names: readonly string[]): string =>
  `JSONExtract(ifNull(${json}, ''), '${textFields(names)}')`

/** Null instead of empty text. */
export const filled = (text: string): string => `nullIf(${text}, '')`

/** The first of several texts that is neither null nor empty. */
export const firstFilled = (...texts: string[]): string => `coalesce(${texts.map(filled).join(', ')})`

/** JSON of a text; null for null and empty text. */
export const quoted = (text: string): string => `if(ifNull(${text}, '') = '', NULL, toJSONString(${text}))`

/** The JSON that a text holds; null when it is empty or says nothing. */
export const jsonText = (text: string): string => `if(ifNull(${text}, '') IN ('', '{}', '[]', 'null'), NULL, ${text})`

/** A JSON object of an array of (name, JSON); null when there are none. */
export const objectOf = (pairs: string): string =>
  `if(empty(${pairs}), NULL, concat('{', arrayStringConcat(arrayMap(kv -> concat(toJSONString(kv.1), ':', kv.2), ${pairs}), ','), '}'))`

/** The value of an HTTP header in a JSON object of headers, whatever the case of its name; of a list of values the first. */
export const header = (json: string, name: string): string => {
  const value = `arrayFirst(h -> lower(h.1) = '${name}', JSONExtractKeysAndValues(ifNull(${json}, ''), 'String')).2`
  return `nullIf(if(startsWith(${value}, '["'), JSONExtractString(${value}, 1), ${value}), '')`
}

/**
 * The client's address: the first of a list as proxies write it, without port and brackets. A masked octet stays as the log
 * has it; '-' is none.
 */
export const address = (text: string): string => {
  const first = `trimBoth(splitByChar(',', ifNull(${text}, ''))[1])`
  return `nullIf(nullIf(replaceRegexpOne(replaceRegexpOne(${first}, '^\\\\[([^\\\\]]+)\\\\](:\\\\d+)?$', '\\\\1'), '^([^:]+):\\\\d+$', '\\\\1'), '-'), '')`
}

/** Whole milliseconds of a number with fractions. */
export const milliseconds = (text: string): string => whole(text, 'Int64')

/** Whole milliseconds between two times that `time` gave. */
export const between = (from: string, to: string): string => `dateDiff('millisecond', ${from}, ${to})`

/** The domain of an e-mail address, in lower case. */
export const domainOf = (email: string): string => `nullIf(lower(splitByChar('@', ifNull(${email}, ''))[2]), '')`

export const unsigned = (text: string): string =>
  `ifNull(toUInt64OrNull(${text}), accurateCastOrNull(round(toFloat64OrNull(${text})), 'UInt64'))`

export const whole = (text: string, type: 'Int32' | 'Int64'): string =>
  `ifNull(to${type}OrNull(${text}), accurateCastOrNull(round(toFloat64OrNull(${text})), '${type}'))`

/** A finite number. */
export const decimal = (text: string): string => {
  const value = `toFloat64OrNull(${text})`
  return `if(isFinite(${value}), ${value}, NULL)`
}

/** ISO 8601 with up to nine digits of a second, as a pattern within SQL text. */
export const isoPattern =
  '^\\\\d{4}-\\\\d{2}-\\\\d{2}([T ]([01]\\\\d|2[0-3]):[0-5]\\\\d(:[0-5]\\\\d(\\\\.\\\\d{1,9})?)?( ?(Z|UTC|[+-]\\\\d{2}:?\\\\d{2}))?)?$'

/**
 * A time in UTC to the millisecond, cut and not rounded. Numbers are epochs, their unit told by size: seconds below 1e11,
 * milliseconds below 1e14, microseconds below 1e17, else nanoseconds, but from 6.3e17 to 6.624e17 the ticks of .NET (100 ns
 * since the year 1: 1997 to 2100; as nanoseconds they would all be 1990). Text is ISO 8601 with up to nine digits; without
 * a zone it is UTC. Anything else, such as the ambiguous 03/04/2025, is null.
 */
export function time(text: string): string {
  const number = `toDecimal128OrNull(${text}, 9)`
  const fromEpoch = `fromUnixTimestamp64Milli(toInt64(multiIf(
    ${number} < 100000000000, ${number} * 1000, ${number} < 100000000000000, ${number},
    ${number} < 100000000000000000, ${number} / 1000,
    ${number} >= 630000000000000000 AND ${number} < 662400000000000000, (${number} - 621355968000000000) / 10000,
    ${number} / 1000000)), 'UTC')`
  const fromText = `parseDateTime64BestEffortOrNull(${text}, 3, 'UTC')`
  return `multiIf(match(${text}, '${isoPattern}'), ${fromText},
    match(${text}, '^\\\\d{9,19}(\\\\.\\\\d{1,9})?$'), ${fromEpoch}, NULL)`
}
