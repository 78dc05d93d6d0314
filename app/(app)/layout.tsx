import { BookOpenText, FolderOpen, Inbox, ScrollText, Settings } from 'lucide-react'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { UploadTray } from '@/components/evidence/upload-tray'
import { AppShell, type RailItem } from '@/components/layout/app-shell'
import { Brand } from '@/components/layout/brand'
import { RailPerson } from '@/components/layout/rail-person'
import { asTheme, themeCookie } from '@/components/layout/theme'
import { ThemeChoice } from '@/components/layout/theme-choice'
import { AccessNotices } from '@/components/people/access-notices'
import { Menu } from '@/components/ui/menu'
import { reviewQueueLength } from '@/lib/cases/docket'
import { signOutAction, signOutEverywhereAction } from '@/lib/people/actions'
import { accessNotices } from '@/lib/people/queries'
import { roleNames } from '@/lib/people/schema'
import { requireActor } from '@/lib/platform/session'

const railItems = (queueLength: number): RailItem[] => [
  { href: '/cases', label: 'Cases', icon: <FolderOpen aria-hidden className="size-4.5" /> },
  { href: '/queue', label: 'Queue', count: queueLength, icon: <Inbox aria-hidden className="size-4.5" /> },
  { href: '/terms', label: 'Terms', icon: <BookOpenText aria-hidden className="size-4.5" /> },
  { href: '/record', label: 'Record', icon: <ScrollText aria-hidden className="size-4.5" /> },
  { href: '/settings', label: 'Settings', icon: <Settings aria-hidden className="size-4.5" /> },
]

/** The signed-in product: who is not signed in goes to sign in. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const theme = asTheme((await cookies()).get(themeCookie)?.value)
  const menu = (
    <Menu
      label={`Signed in as ${actor.name}`}
      items={[
        { label: 'Appearance', dialog: { title: 'Appearance', children: <ThemeChoice initial={theme} /> } },
        { label: 'Sign out', action: signOutAction },
        { label: 'Sign out everywhere', action: signOutEverywhereAction },
      ]}
    />
  )
  return (
    <AppShell
      brand={<Brand compact />}
      items={railItems(await reviewQueueLength(actor))}
      search={{ action: '/cases', label: 'Search cases' }}
      person={<RailPerson name={actor.name} detail={roleNames[actor.role]} menu={menu} />}
    >
      <AccessNotices notices={await accessNotices(actor)} />
      {children}
      <UploadTray />
    </AppShell>
  )
}
