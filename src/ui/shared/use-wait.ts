import { useEffect, useState } from 'preact/hooks'

/**
 * The same moment while it lies ahead, then null: what hangs on it comes back by itself.
 * @param until milliseconds since 1970, or null where nothing has to be waited for
 */
export function useWait(until: number | null): number | null {
  const [looks, setLooks] = useState(0)
  const left = until === null ? 0 : Math.max(0, until - Date.now())
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setTimeout(() => setLooks(looks + 1), left)
    return () => clearTimeout(timer)
  }, [until, looks, left === 0])
  return left === 0 ? null : until
}
