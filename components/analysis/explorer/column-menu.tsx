'use client'

import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { buttonClass } from '@/components/ui/button-style'
import { classNames } from '@/components/ui/class-names'
import { floatingClass, floatingItemClass } from '@/components/ui/floating'
import { type ExplorerColumnName, explorerColumns, writeColumns } from '@/lib/analysis/explorer/explorer-columns'

type Props = { chosen: ExplorerColumnName[]; path: string; params: SearchParams }

/** Which columns the rows show; the choice stands in the address, so that a view can be sent to someone. */
export function ColumnMenu({ chosen, path, params }: Props) {
  const toggled = (name: ExplorerColumnName) =>
    explorerColumns.flatMap((column) => (chosen.includes(column.name) !== (column.name === name) ? [column.name] : []))
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={buttonClass('secondary', 'sm')}>Columns</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-50">
          <Menu.Popup className={classNames(floatingClass, 'max-h-96 overflow-y-auto')}>
            {explorerColumns
              .filter(({ name }) => name !== 'time')
              .map(({ name, label }) => (
                <Menu.LinkItem
                  key={name}
                  className={floatingItemClass}
                  render={
                    <Link
                      href={addressWith(path, params, { columns: writeColumns(toggled(name)) })}
                      scroll={false}
                      prefetch={false}
                    />
                  }
                >
                  <Check aria-hidden className={classNames('size-4', !chosen.includes(name) && 'invisible')} />
                  {label}
                  {chosen.includes(name) && <span className="sr-only"> (shown)</span>}
                </Menu.LinkItem>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
