/** Where the preview of a mapping keeps its files while it is made. */

import { join } from 'node:path'
import { env } from '@/lib/platform/env'

export const previewFolder = () => join(env.home, 'previews')
