import { useEffect, useState } from 'react'
import { atBeat } from '../../app/beat.ts'
import { durationText } from '../../ui/when-text.ts'

/** How long something has been going on, in whole seconds; steps by itself, together with what else changes on the page. */
export function Elapsed({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const step = () => setNow(Date.now())
    const timer = setInterval(() => atBeat(step), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
  return <>{seconds < 60 ? `${seconds} s` : durationText(seconds * 1000)}</>
}
