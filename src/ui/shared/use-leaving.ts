import { useEffect, useState } from 'preact/hooks'

/** Stops what a view has begun when the reader leaves it. */
export function useLeaving(): AbortSignal {
  const [view] = useState(() => new AbortController())
  useEffect(() => () => view.abort(), [view])
  return view.signal
}
