import { PencilLine } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ApplicationEdit } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { errorOf } from '../../../transport/client.ts'
import { PartForm, type Problems } from './part-form.tsx'
import { useApplicationEdit } from './use-application.ts'
import { useFocusBack } from './use-focus-back.ts'

/** One fact that a press turns into its own small form. */
export function InPlace<T>({
  jobId,
  label,
  value,
  shown,
  none,
  field,
  check = () => ({}),
  toEdit,
}: {
  jobId: JobId
  label: string
  value: T
  /** The fact in words; null: there is none. */
  shown: ReactNode
  /** Said in place of an absent fact. */
  none: string
  field: (draft: T, put: (draft: T) => void, problems: Problems) => ReactNode
  /** What is wrong with a draft, by field. */
  check?: (draft: T) => Problems
  toEdit: (draft: T) => ApplicationEdit
}) {
  const [draft, setDraft] = useState<{ value: T } | null>(null)
  const [problems, setProblems] = useState<Problems>({})
  const opener = useFocusBack(draft !== null)
  const edit = useApplicationEdit(jobId, error => setProblems({ '': errorOf(error).message }))
  const close = () => {
    setDraft(null)
    setProblems({})
  }
  const submit = () => {
    if (draft === null) return
    const found = check(draft.value)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    if (JSON.stringify(draft.value) === JSON.stringify(value)) close()
    else edit.save(toEdit(draft.value), close)
  }
  return (
    <div className="border-b border-line py-0.5 last:border-b-0 @min-[20rem]:grid @min-[20rem]:grid-cols-[6.5rem_minmax(0,1fr)] @min-[20rem]:gap-x-2">
      <dt className="pt-1 text-sm text-ink-3">{label}</dt>
      <dd className="min-w-0">
        {draft === null ? (
          <button
            ref={opener}
            type="button"
            onClick={() => setDraft({ value })}
            className="group/place -mx-1.5 flex min-h-7 w-[calc(100%+0.75rem)] items-center gap-2 rounded-sm px-1.5 py-0.5 text-left text-base hover:bg-hover"
          >
            <span className="min-w-0 flex-1 break-words">
              <span className="sr-only">{label}: change, </span>
              {shown ?? <span className="text-ink-3">{none}</span>}
            </span>
            <PencilLine
              aria-hidden
              className="size-3.5 shrink-0 text-ink-3 opacity-0 group-hover/place:opacity-100 group-focus-visible/place:opacity-100 pointer-coarse:opacity-100"
            />
          </button>
        ) : (
          <div className="py-1">
            <PartForm
              label={label}
              verb="Save"
              busy={edit.isPending}
              problems={problems}
              onSubmit={submit}
              onCancel={close}
            >
              {field(
                draft.value,
                next => {
                  setDraft({ value: next })
                  setProblems({})
                },
                problems,
              )}
            </PartForm>
          </div>
        )}
      </dd>
    </div>
  )
}
