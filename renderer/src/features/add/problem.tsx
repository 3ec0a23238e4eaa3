import { CircleAlert } from 'lucide-react'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'

/** Why a job could not be added: what happened, what was kept, what to do. */
export function Problem({ error }: { error: unknown }) {
  const known = errorOf(error)
  const { what, kept, todo } = errorText(known)
  // The sentence of the core already says what to do where it knows better.
  const says = known.message || what
  const advice = known.code === 'page_refused' && known.message !== '' ? '' : todo
  return (
    <p role="alert" className="flex items-start gap-2 rounded border border-bad bg-bad-soft px-3 py-2">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <span className="min-w-0 break-words">
        {says} {kept} {advice}
      </span>
    </p>
  )
}
