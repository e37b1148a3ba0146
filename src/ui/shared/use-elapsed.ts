import { useEffect, useState } from 'preact/hooks'

/** Whether so long has passed since a part of a page was first shown. @param ms milliseconds */
export function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return elapsed
}
