import { useQuery } from '@tanstack/react-query'
import { ask } from '../../app/core.ts'
import { useSettings } from '../../app/use-settings.ts'
import { hostOf } from './ai-words.ts'

/** Whether the language model can be asked now, and in words why not. */
export function useAi() {
  const settings = useSettings()
  const { data: status } = useQuery(ask('ai', 'status', {}))
  const on = settings.data?.aiEnabled ?? false
  return {
    on,
    ready: on && status?.state === 'ready',
    /** Empty when ready. */
    message: status?.message ?? '',
    host: hostOf(settings.data?.aiBaseUrl ?? '') ?? 'the endpoint',
    status,
    settings: settings.data,
  }
}
