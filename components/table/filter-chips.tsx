import { FilterMenu } from './filter-menu'
import { addressWith, placeParams, type SearchParams, valuesOf } from './search-params'

export type Filter = {
  /** Its parameter in the address. */
  name: string
  label: string
  options: { value: string; label: string; count?: number }[]
  /** Only one value at a time. */
  single?: boolean
}

type Props = { filters: Filter[]; path: string; params: SearchParams }

/** A chip per filter; each choice is a link to the address with it, so that a view can be sent to someone. */
export function FilterChips({ filters, path, params }: Props) {
  return filters.map((filter) => {
    const chosen = valuesOf(params, filter.name)
    const toggled = (value: string) => {
      if (chosen.includes(value)) return chosen.filter((other) => other !== value)
      return filter.single ? [value] : [...chosen, value]
    }
    return (
      <FilterMenu
        key={filter.name}
        label={filter.label}
        clearHref={addressWith(path, params, { [filter.name]: null, ...placeParams })}
        options={filter.options.map(({ value, label, count }) => ({
          label,
          count,
          chosen: chosen.includes(value),
          href: addressWith(path, params, { [filter.name]: toggled(value), ...placeParams }),
        }))}
      />
    )
  })
}
