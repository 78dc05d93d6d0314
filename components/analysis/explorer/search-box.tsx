import { buttonClass } from '@/components/ui/button-style'

type Props = {
  /** The parameter in the address. */
  name: string
  label: string
  value?: string
  /** Other parameters to keep. */
  keep?: Record<string, string | undefined>
}

/** A search that lives in the address: a plain form that works without script. */
export function SearchBox({ name, label, value, keep = {} }: Props) {
  return (
    <search>
      <form className="flex gap-2">
        {Object.entries(keep).map(([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />)}
        <input
          type="search"
          name={name}
          aria-label={label}
          placeholder={label}
          defaultValue={value}
          className="control w-64"
        />
        <button type="submit" className={buttonClass('secondary')}>
          Find
        </button>
      </form>
    </search>
  )
}
