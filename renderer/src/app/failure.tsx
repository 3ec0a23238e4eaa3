import { errorOf } from '../transport/client.ts'
import { ErrorState } from '../ui/states.tsx'
import { toast } from '../ui/toast-store.ts'
import { errorText } from './error-text.ts'

/** What a page shows where an answer should stand. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const known = errorOf(error)
  return <ErrorState words={errorText(known)} detail={known.message} onRetry={onRetry} />
}

/** Says in passing that an act failed: what happened and what to do. */
export function failureToast(error: unknown): void {
  const known = errorOf(error)
  const words = errorText(known)
  toast(known.message || words.what, {
    tone: known.code === 'cancelled' ? 'neutral' : 'bad',
    description: `${words.kept} ${words.todo}`,
  })
}
