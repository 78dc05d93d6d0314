/** The time zones that a person may choose, by the names of today. */

const renamed: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** IANA names, UTC first. */
export const timeZones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone')
    .map((zone) => renamed[zone] ?? zone)
    .filter((zone) => zone !== 'UTC')
    .sort(),
]

const known = new Set(timeZones)

/** True for a name of the list; other spellings and offsets are not taken. */
export const isTimeZone = (zone: string): boolean => known.has(zone)
