import { useEffect, useState } from 'react'
import { nextVisit, readVisit, type Visit } from './visits.ts'

/** When the jobs were looked at before, so that what came since can be told apart. Kept on this computer only. */

const KEY = 'rolecall-jobs-visit'

function stored(): Visit | null {
  try {
    // The cookie serves the browser shell, whose port (and local storage) changes.
    const cookie = document.cookie.split('; ').find(part => part.startsWith(`${KEY}=`))
    return readVisit(localStorage.getItem(KEY) ?? decodeURIComponent(cookie?.slice(KEY.length + 1) ?? ''))
  } catch {
    return null
  }
}

function keep(visit: Visit): Visit {
  try {
    const text = JSON.stringify(visit)
    localStorage.setItem(KEY, text)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store needs a secure context, which loopback http lacks
    document.cookie = `${KEY}=${encodeURIComponent(text)}; max-age=31536000; path=/; samesite=strict`
  } catch {
    // Without a store every visit is the first one.
  }
  return visit
}

/** The end of the visit before (ISO instant); null on the first one. Stays the same while the page stands. */
export function useLastVisit(): string | null {
  const [visit] = useState(() => keep(nextVisit(stored(), new Date())))
  useEffect(() => {
    const leave = () => keep({ ...visit, seen: new Date().toISOString() })
    const onChange = () => document.visibilityState === 'hidden' && leave()
    document.addEventListener('visibilitychange', onChange)
    return () => {
      document.removeEventListener('visibilitychange', onChange)
      leave()
    }
  }, [visit])
  return visit.before
}
