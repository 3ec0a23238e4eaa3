import { useEffect, useState } from 'react'

/** The present moment, a new one each minute, so that ages and "today" stay true on a page that stays open. */
export function useClock(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
