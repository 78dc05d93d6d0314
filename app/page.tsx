import { redirect } from 'next/navigation'

/** The address that is handed around leads to the cases, or to the door for whoever is not signed in. */
export default function RootPage() {
  redirect('/cases')
}
