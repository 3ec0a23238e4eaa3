import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { ask } from '../../app/core.ts'
import { lastAlternative } from './alternatives.ts'

/** Lines that a field suggests at once. */
const FEW = 8
/** Titles of known jobs for what is typed in the field of the wanted title, each as the whole field would be. */
export function useTitleSuggestions(query: string): string[] {
  const { before, text } = lastAlternative(useDeferredValue(query))
  const { data } = useQuery({
    ...ask('search', 'suggest', { text, kinds: ['title'], limit: FEW }),
    enabled: text.length > 1,
    placeholderData: keepPreviousData,
  })
  if (text.length < 2) return []
  const titles = (data ?? []).map(line => line.text)
  return [...new Set(titles)].filter(title => title !== text).map(title => `${before}${title}`)
}

/** Names of skills that postings ask for, for what is typed; those that are chosen already are left out. */
export function useSkillSuggestions(typed: string, chosen: readonly string[]): string[] {
  const text = useDeferredValue(typed.trim())
  const { data } = useQuery({
    ...ask('profile', 'skillNames', { text, limit: FEW }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const own = new Set(chosen.map(name => name.toLowerCase()))
  return text === '' ? [] : (data?.names ?? []).filter(name => !own.has(name.toLowerCase()))
}
