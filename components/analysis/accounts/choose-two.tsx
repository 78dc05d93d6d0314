import { buttonClass } from '@/components/ui/button-style'

type Props = { a: string; b: string; path: string }

/** Two accounts by name, kept in the address: a plain form that works without script. */
export function ChooseTwo({ a, b, path }: Props) {
  return (
    <form action={path} className="flex flex-wrap items-end gap-2">
      <Name name="a" label="One account" value={a} />
      <Name name="b" label="The other" value={b} />
      <button type="submit" className={buttonClass('primary')}>
        Compare
      </button>
      {a !== '' && a === b && <p role="alert">These are the same account: name another.</p>}
    </form>
  )
}

function Name({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="w-72 max-w-full space-y-1">
      <span className="block text-sm text-ink-2">{label}</span>
      <input name={name} required defaultValue={value} className="control font-mono" />
    </label>
  )
}
