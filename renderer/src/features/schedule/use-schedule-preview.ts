import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../../app/core.ts'

/** What is typed rests this long before it is asked for. */
const QUIET_MS = 200

/**
 * What times would mean, while they are typed. `isOld`: the answer is to a text before; undefined before the first one,
 * and for no text at all.
 */
export function useSchedulePreview(text: string | null) {
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    if (text === asked) return
    const timer = setTimeout(() => setAsked(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text, asked])
  const { data, isPlaceholderData } = useQuery({
    ...ask('schedule', 'preview', { schedule: (asked ?? '').slice(0, 200) }),
    placeholderData: keepPreviousData,
    enabled: asked !== null,
  })
  return { preview: text === null ? undefined : data, isOld: isPlaceholderData || text !== asked }
}
