import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../app/core.ts'
import { Corrections } from './search-panel.tsx'

/** Says over a list which words were searched instead of those that occur nowhere; nothing when all do occur. */
export function SearchNote({ text }: { text: string }) {
  const { data } = useQuery({
    ...ask('search', 'jobs', { text, limit: 1 }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  })
  if (!data || data.corrections.length === 0 || text.trim() === '') return null
  return (
    <div className="-mx-3 pb-2">
      <Corrections result={data} />
    </div>
  )
}
