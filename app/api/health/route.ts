import { isHealthy } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** For a balancer or a supervisor: 200 while the database answers, 503 otherwise. */
export async function GET(): Promise<Response> {
  const healthy = await isHealthy()
  return Response.json({ healthy }, { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
